// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { t } from './words'
import { t as say } from './wordsOfResults'

export type Results = Contract<'SurveyResults'>
export type RatingResult = Contract<'SurveyRatingResult'>
export type ChoiceResult = Contract<'SurveyChoiceResult'>
export type TextAnswer = Contract<'SurveyText'>

export const mainOf = ({ ratings }: Results) => ratings.find(({ is_main }) => is_main)
export const intervalText = ({ low, high }: { low: string | null; high: string | null }) => (low === null || high === null ? '' : t('interval_text', { low, high }))
export const warningText = ({ code, least }: Contract<'SurveyWarning'>) => say(`warning_${code}`, { least })
