// SPDX-License-Identifier: Apache-2.0
import { computed, shallowRef } from 'vue'
import type { components } from '@/shared/api.gen'
import { api, got } from '@/shared/api/client'
import { periodText } from '@/shared/dates'
import { columnsOf, recordKey, type FactRecord } from './factOfRun'
import type { FigureSource } from './figure'
import { t } from './words'

type Schemas = components['schemas']
export type MeasureQuestion = Schemas['MeasureQuestion']
export type MeasureAnswer = Schemas['MeasureAnswer']

/** What a measure answers now; `cursor` goes on with its records. */
export const askMeasure = (year: string, question: MeasureQuestion, cursor?: string) =>
  got(api.POST('/api/v1/indicators/years/{year}/measure-answers', { params: { path: { year } }, body: { ...question, cursor: cursor ?? null } }))

export const answerText = (answer: Pick<MeasureAnswer, 'printed' | 'words' | 'missing'>) =>
  answer.printed ?? answer.words ?? answer.missing?.message ?? t('no_value')

/** Records as they are at this moment: nothing was frozen that they could differ from. */
export const recordsOf = (answer: MeasureAnswer): FactRecord[] => answer.items.map((record) => ({ ...record, state: 'unchanged' as const }))
export const liveColumns = (answer: Pick<MeasureAnswer, 'columns'> | null) => columnsOf(answer?.columns ?? []).filter(({ key }) => key !== 'state')

/** A figure of a year that still runs: the answer of its measure up to a day. Nothing of it is stored. */
export function liveFigure(year: string, title: string, question: MeasureQuestion): FigureSource<FactRecord> {
  const described = shallowRef<MeasureAnswer | null>(null)
  const columns = computed(() => liveColumns(described.value))
  const ask = async (cursor?: string) => (described.value = await askMeasure(year, question, cursor))
  return {
    id: ['live', year, JSON.stringify(question)],
    get columns() {
      return columns.value
    },
    rowKey: recordKey,
    async fact() {
      const answer = await ask()
      const formula = [answer.formula, answer.definition].filter(Boolean).join('；')
      return { title, value: answerText(answer), period: periodText(answer.period), formula, digest: t('not_frozen') }
    },
    async records(cursor) {
      const answer = await ask(cursor)
      return { items: recordsOf(answer), next: answer.next }
    },
  }
}
