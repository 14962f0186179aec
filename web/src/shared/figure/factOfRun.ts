// SPDX-License-Identifier: Apache-2.0
import { computed, shallowRef } from 'vue'
import type { components } from '@/shared/api.gen'
import { api, got } from '@/shared/api/client'
import { periodText } from '@/shared/dates'
import type { Column } from '@/shared/table/columns'
import type { Fact, FigureSource, FigureState } from './figure'
import { t } from './words'

export type FactRecord = components['schemas']['FactRecord']
type RecordColumn = components['schemas']['RecordColumn']
type Counted = components['schemas']['CountedFact']
type Verification = components['schemas']['RunVerification']

export const recordKey = (record: FactRecord) => record.id

/** The columns of a source as the server describes them, between what the record is and what became of it. */
export function columnsOf(columns: readonly RecordColumn[]): Column<FactRecord>[] {
  const own = columns.map(({ name, type, unit }, index): Column<FactRecord> => ({
    key: `cell-${index}`,
    title: unit && !name.includes(unit) ? `${name}（${unit}）` : name,
    kind: type === 'decimal' ? 'number' : 'text',
    value: (record) => record.cells[index] ?? '',
    sortable: true,
  }))
  return [
    ...own,
    { key: 'state', title: t('record_state'), value: ({ state }) => t(`record_${state}`), width: 90, sortable: true },
    { key: 'role', title: t('record_role'), value: ({ role }) => t(`record_${role}`), width: 90, hidden: true },
    { key: 'place', title: t('record_place'), hidden: true },
  ]
}

const shownFact = (fact: Counted): Fact => ({
  title: fact.name,
  value: fact.printed ?? fact.missing?.message ?? t('no_value'),
  period: periodText(fact.period),
  formula: [fact.formula, fact.definition].filter(Boolean).join('；'),
  digest: fact.digest,
})

export const verifiedFact = (run: string, code: string) =>
  got(api.GET('/api/v1/indicators/runs/{run}/facts/{code}/verification', { params: { path: { run, code } } }))

function stateOf({ broken_seals, unreadable, clean }: Verification): FigureState {
  if (broken_seals.length > 0) return 'broken'
  if (unreadable.length > 0) return 'unreadable'
  return clean ? 'intact' : 'changed'
}

/** The page of a fact, with its records (src/indicators/facts). */
export const factPage = (run: string, code: string) => `/indicators/facts/${encodeURIComponent(run)}/${encodeURIComponent(code)}`

function makeFact(run: string, code: string) {
  const described = shallowRef<RecordColumn[]>([])
  const columns = computed(() => columnsOf(described.value))
  const total = shallowRef<number | null>(null)
  const unreadable = shallowRef<string | null>(null)
  const source: FigureSource<FactRecord> = {
    id: ['run', run, code],
    page: factPage(run, code),
    fact: async () => shownFact(await got(api.GET('/api/v1/indicators/runs/{run}/facts/{code}', { params: { path: { run, code } } }))),
    check: async () => stateOf(await verifiedFact(run, code)),
    async records(cursor) {
      const page = await got(api.GET('/api/v1/indicators/runs/{run}/facts/{code}/records', { params: { path: { run, code }, query: { cursor, limit: 100 } } }))
      described.value = page.columns
      total.value = page.total
      unreadable.value = page.unreadable
      return page
    },
    get columns() {
      return columns.value
    },
    rowKey: recordKey,
  }
  return { source, columns, total, unreadable }
}

const known = new Map<string, ReturnType<typeof makeFact>>()

/**
 * A fact of a run with its records, a page at a time. What the columns are is known with the first page; `unreadable` says
 * why the source cannot be asked any more. The same fact is the same object everywhere: a page of records that is in the
 * cache already brings its columns along.
 */
export function factOfRun(run: string, code: string): ReturnType<typeof makeFact> {
  const name = `${run} ${code}`
  const fact = known.get(name) ?? makeFact(run, code)
  known.set(name, fact)
  return fact
}
