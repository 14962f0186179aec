// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { t } from './words'
import { t as sayAnswer } from './wordsOfAnswer'

export type Survey = Contract<'Survey'>
export type NewSurvey = Contract<'NewSurvey'>
export type SurveyState = Contract<'SurveyState'>
export type Question = Contract<'SurveyQuestion'>
export type QuestionKind = Contract<'SurveyQuestionKind'>
export type Asked = Contract<'SurveyAsked'>
export type Rating = keyof Pick<Contract<'SurveyRatingResult'>, 'satisfied' | 'mostly' | 'dissatisfied'>

export const states: readonly SurveyState[] = ['draft', 'open', 'closed']
export const stateText = (state: SurveyState) => t(`state_${state}`)
export const stateKinds: Record<SurveyState, StatusKind> = { draft: 'waiting', open: 'good', closed: 'neutral' }
export const kinds: readonly QuestionKind[] = ['rating', 'choice', 'text']
export const kindText = (kind: QuestionKind) => t(`kind_${kind}`)
export const ratings: readonly Rating[] = ['satisfied', 'mostly', 'dissatisfied']
export const ratingText = (rating: Rating) => t(`rating_${rating}`)

/** Subjects and audiences that there are, to choose from: the server finds them as they are written. */
export const choicesFrom = (surveys: readonly Survey[], of: (survey: Survey) => string) =>
  [...new Set(surveys.map(of))].sort((a, b) => a.localeCompare(b, 'zh-CN')).map((value) => ({ value, label: value }))
export const percentText = (share: string | null) => (share === null ? t('unknown') : t('percent', { share }))
export const surveyPage = (number: string) => `/surveys/list/${encodeURIComponent(number)}`

/** What can be pressed: the three grades, or the options of the question. */
export const choicesOf = ({ kind, options }: Question) => (kind === 'rating' ? ratings.map((value) => ({ value: value as string, label: ratingText(value) })) : options.map((value) => ({ value, label: value })))
export const isRequired = ({ kind }: Question) => kind === 'rating'
export function findingsOfAnswer(questions: readonly Question[], filled: Readonly<Record<string, string>>): Record<string, string | false> {
  return Object.fromEntries(questions.map((question) => [`/answers/${question.code}`, isRequired(question) && !filled[question.code] && sayAnswer('missing')]))
}

export type Step = 'change' | 'open' | 'cards' | 'close'
/** What a page offers; the server decides by itself. */
export const possibleSteps = ({ state }: Pick<Survey, 'state'>): Step[] => ({ draft: ['change', 'open'] as Step[], open: ['cards', 'close'] as Step[], closed: [] })[state]
