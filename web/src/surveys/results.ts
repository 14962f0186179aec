// SPDX-License-Identifier: Apache-2.0
import { t } from './words'
import { t as say } from './wordsOfResults'

export interface RatingResult { code: string; text: string; is_main: boolean; n: number; satisfied: number; mostly: number; dissatisfied: number; share: string | null; low: string | null; high: string | null }
export interface ChoiceResult { code: string; text: string; counts: { option: string; count: number }[] }
export interface TextAnswer { question: string; text: string }
export interface Warning { code: 'few_answers' | 'low_response' | 'all_of_few'; least: string }
export interface Results { number: string; n: number; asked: number | null; response_rate: string | null; ratings: RatingResult[]; choices: ChoiceResult[]; texts: TextAnswer[] | null; least_for_texts: number; warnings: Warning[] }

export const mainOf = ({ ratings }: Results) => ratings.find(({ is_main }) => is_main)
export const intervalText = ({ low, high }: { low: string | null; high: string | null }) => (low === null || high === null ? '' : t('interval_text', { low, high }))
export const warningText = ({ code, least }: Warning) => say(`warning_${code}`, { least })
