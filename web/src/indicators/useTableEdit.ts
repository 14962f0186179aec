// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef, type Ref } from 'vue'
import { api, tagged, type Tagged } from '@/shared/api/client'
import type { Side } from '@/shared/api/merge'
import { useEdit } from '@/shared/api/useEdit'
import { useDraft } from '@/shared/kept/useDraft'
import { columnsOf, keyed, refused, sheetsOf, tableOf, unkeyed, withRoom, type KeyedTable, type Refusal, type Sheet, type Sheets } from './tableEdit'
import type { Targets } from './targets'

/** What is typed, with the state it began from: a draft that comes back later is merged like any other change. */
interface Typed {
  etag: string
  base: KeyedTable
  rows: Sheets
}

const spacious = (all: Sheets): Sheets => ({
  indicators: withRoom(all.indicators, columnsOf.indicators().length),
  goals: withRoom(all.goals, columnsOf.goals().length, 8),
  supports: withRoom(all.supports, columnsOf.supports().length),
})

/** The whole table of a year's promises as three sheets, saved at once with `If-Match`. */
export function useTableEdit(year: string) {
  const path = { path: { year } }
  const state = shallowRef<Targets | null>(null)
  const typed = ref({ etag: '', base: {}, rows: { indicators: [], goals: [], supports: [] } }) as Ref<Typed>
  const refusals = shallowRef<Refusal[]>([])

  const asTable = ({ value, etag }: Tagged<Targets>): Tagged<KeyedTable> => {
    state.value = value
    return { value: keyed(sheetsOf(value)), etag }
  }
  const edit = useEdit<KeyedTable>({
    read: async () => asTable(await tagged(api.GET('/api/v1/indicators/years/{year}/targets', { params: path }))),
    write: async (table, etag) => asTable(await tagged(api.PUT('/api/v1/indicators/years/{year}/targets', { params: { ...path, header: { 'If-Match': etag } }, body: tableOf(unkeyed(table)) }))),
  })
  const draft = useDraft(`indicators.grid.${year}`, typed)

  function show(): void {
    const { value } = edit.form
    if (value) typed.value = { etag: typed.value.etag, base: typed.value.base, rows: spacious(unkeyed(value)) }
  }

  async function load(): Promise<void> {
    const found = await tagged(api.GET('/api/v1/indicators/years/{year}/targets', { params: path }))
    const table = asTable(found)
    edit.take(table)
    typed.value = { etag: table.etag, base: table.value, rows: spacious(unkeyed(table.value)) }
    await draft.start()
    // A draft goes on from the state it was begun on; when that is not the server's any more, saving asks.
    if (typed.value.etag !== table.etag) edit.take({ value: typed.value.base, etag: typed.value.etag })
  }

  const isDirty = computed(() => JSON.stringify(keyed(typed.value.rows)) !== JSON.stringify(typed.value.base))

  /** True when it was saved. */
  async function save(): Promise<boolean> {
    const sent = typed.value.rows
    refusals.value = []
    edit.form.value = keyed(sent)
    if (!(await edit.save())) {
      refusals.value = refused(edit.problem.value?.errors ?? [], sent)
      return false
    }
    await reload()
    await draft.done()
    return true
  }

  async function reload(): Promise<void> {
    const table = asTable(await tagged(api.GET('/api/v1/indicators/years/{year}/targets', { params: path })))
    edit.take(table)
    typed.value = { etag: table.etag, base: table.value, rows: spacious(unkeyed(table.value)) }
  }

  /** After the dialog about a conflict: the sheets go on from their state, with mine where I chose it. */
  async function settle(choices: Partial<Record<string, Side>>): Promise<void> {
    edit.settle(choices)
    const latest = await tagged(api.GET('/api/v1/indicators/years/{year}/targets', { params: path }))
    typed.value = { ...typed.value, etag: latest.etag, base: keyed(sheetsOf(latest.value)) }
    show()
  }

  const addRoom = (sheet: Sheet) => {
    typed.value.rows = { ...typed.value.rows, [sheet]: withRoom(typed.value.rows[sheet], columnsOf[sheet]().length) }
  }

  return { state, typed, edit, draft, refusals, isDirty, load, save, settle, addRoom }
}
