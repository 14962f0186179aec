// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { Survey } from './surveys'
import { t as say } from './wordsOfComparison'

export type Comparison = Contract<'SurveyComparison'>
export type ComparedQuestion = Contract<'ComparedQuestion'>

/** The others, to be put beside one: of the same people and subject first, then the latest. */
export function othersOf(surveys: readonly Survey[], one: Pick<Survey, 'number' | 'audience' | 'subject'>): Survey[] {
  const isAlike = ({ audience, subject }: Survey) => Number(audience === one.audience && subject === one.subject)
  return surveys.filter(({ number, state }) => number !== one.number && state !== 'draft').sort((a, b) => isAlike(b) - isAlike(a) || b.from.localeCompare(a.from))
}
export const verdictText = ({ verdict }: ComparedQuestion) => say(`verdict_${verdict}`)
export const differenceText = ({ difference }: ComparedQuestion) => (difference === null ? '' : say('points', { points: difference.startsWith('-') || difference === '0.00' ? difference : `+${difference}` }))
export const comparisonPage = (number: string) => `/surveys/list/${encodeURIComponent(number)}/comparison`
