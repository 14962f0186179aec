// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { paths } from '@/shared/api.gen'
import { api, got, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { whole } from '@/shared/api/whole'
import type { Kept } from './answer/kept'
import type { Action } from './actions'
import type { Asked, NewSurvey, Survey } from './surveys'

type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never

export type SurveyFilter = Omit<Query<'/api/v1/surveys/surveys'>, 'cursor' | 'limit'>
export const useSurveys = (filter: () => SurveyFilter) =>
  useQuery({ queryKey: computed(() => ['surveys', 'list', filter()]), queryFn: () => whole((cursor) => got(api.GET('/api/v1/surveys/surveys', { params: { query: { ...filter(), cursor, limit: 200 } } }))) })
export type ActionFilter = Omit<Query<'/api/v1/surveys/actions'>, 'cursor' | 'limit'>
export const useActions = (filter: () => ActionFilter) =>
  useQuery({ queryKey: computed(() => ['surveys', 'actions', filter()]), queryFn: () => whole((cursor) => got(api.GET('/api/v1/surveys/actions', { params: { query: { ...filter(), cursor, limit: 200 } } }))) })
export type StatisticsQuery = Query<'/api/v1/surveys/statistics'>
export const useStatistics = (query: () => StatisticsQuery) =>
  useQuery({ queryKey: computed(() => ['surveys', 'statistics', query()]), queryFn: () => got(api.GET('/api/v1/surveys/statistics', { params: { query: query() } })), placeholderData: (before) => before })

const at = (survey: string) => ({ path: { survey } })
export const readSurvey = (survey: string): Promise<Tagged<Survey>> => tagged(api.GET('/api/v1/surveys/surveys/{survey}', { params: at(survey) }))
export const useSurvey = (survey: () => string) => useQuery({ queryKey: computed(() => ['surveys', 'survey', survey()]), queryFn: async () => (await readSurvey(survey())).value })
export const useResults = (survey: () => string) =>
  useQuery({ queryKey: computed(() => ['surveys', 'results', survey()]), queryFn: () => got(api.GET('/api/v1/surveys/surveys/{survey}/results', { params: at(survey()) })) })
export const useComparison = (survey: () => string, other: () => string) =>
  useQuery({
    queryKey: computed(() => ['surveys', 'comparison', survey(), other()]),
    queryFn: () => got(api.GET('/api/v1/surveys/surveys/{survey}/comparison', { params: { ...at(survey()), query: { with: other() } } })),
    enabled: computed(() => other() !== ''),
  })

export const recordSurvey = (key: string, body: NewSurvey) => got(api.POST('/api/v1/surveys/surveys', { params: { header: { 'Idempotency-Key': key } }, body }))
export const changeSurvey = (survey: string, etag: string, body: NewSurvey): Promise<Tagged<Survey>> =>
  tagged(api.PUT('/api/v1/surveys/surveys/{survey}', { params: { ...at(survey), header: { 'If-Match': etag } }, body }))

/** A survey in the state that was looked at: every step names it, and is refused when there is another meanwhile. */
type Seen = Pick<Survey, 'number' | 'version'>
const once = (key: string, { number }: Seen) => ({ ...at(number), header: { 'Idempotency-Key': key } })
export const openSurvey = (key: string, seen: Seen) => got(api.POST('/api/v1/surveys/surveys/{survey}/open', { params: once(key, seen), body: { version: seen.version } }))
export const closeSurvey = (key: string, seen: Seen) => got(api.POST('/api/v1/surveys/surveys/{survey}/close', { params: once(key, seen), body: { version: seen.version } }))
/** Their texts are in this one answer: a second request of the same is not answered again but refused by the version. */
export const issueCards = (_key: string, { number, version }: Seen, count: number) => got(api.POST('/api/v1/surveys/surveys/{survey}/cards', { params: at(number), body: { version, count } }))
export const finishAction = (key: string, { number, version }: Action, said: Omit<Contract<'SurveyActionResult'>, 'version'>) =>
  got(api.POST('/api/v1/surveys/actions/{action}/done', { params: { path: { action: number }, header: { 'Idempotency-Key': key } }, body: { version, ...said } }))

// What a phone sends goes without a session: it has none, and where it has one, nobody shall know whose it is.
const anonymous = { credentials: 'omit' } as const
export const askQuestions = (token: string): Promise<Asked> => got(api.POST('/api/v1/surveys/public/questions', { ...anonymous, body: { token } }))
export const postAnswer = ({ token, id, filled }: Kept) =>
  got(api.POST('/api/v1/surveys/public/answers', { ...anonymous, body: { token, id, answers: Object.entries(filled).filter(([, value]) => value.trim() !== '').map(([question, value]) => ({ question, value: value.trim() })) } }))
