// SPDX-License-Identifier: Apache-2.0
import { useQueries } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'

export interface Piece<Row> {
  items: Row[]
  total: number
}

const pieceSize = 200
const quietMs = 80

/** The pieces that rows from `first` up to, not including, `end` are in. */
export function piecesOf(first: number, end: number, size = pieceSize): number[] {
  const from = Math.floor(first / size)
  const to = Math.floor(Math.max(first, end - 1) / size)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** As long as the list, with the rows that are here in their places. */
export function rowsOf<Row>(total: number, pieces: ReadonlyMap<number, readonly Row[]>, size = pieceSize): (Row | undefined)[] {
  const rows = new Array<Row | undefined>(total)
  for (const [piece, items] of pieces)
    for (const [index, row] of items.entries()) if (piece * size + index < total) rows[piece * size + index] = row
  return rows
}

/**
 * A list of any length of which only what is looked at is asked for. The table is as long as the whole list, so that its
 * scroll bar goes anywhere at once:
 *
 *     const records = useWindowedList(computed(() => ['ledgers', name, query.value]), (offset, limit, signal) => got(api.GET(…)))
 *     <DataTable is-sorted-by-server :rows="records.rows.value" @view="records.look" …>
 */
export function useWindowedList<Row>(key: Ref<readonly unknown[]>, ask: (offset: number, limit: number, signal: AbortSignal) => Promise<Piece<Row>>) {
  const wanted = ref([0])
  const queries = useQueries({
    queries: computed(() => wanted.value.map((piece) => ({
      queryKey: [...key.value, piece],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({ piece, ...(await ask(piece * pieceSize, pieceSize, signal)) }),
      staleTime: 60_000,
    }))),
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  /** What is in view. While somebody drags the scroll bar, what they pass is not asked for. */
  function look(first: number, end: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const next = piecesOf(first, end)
      if (next.join() !== wanted.value.join()) wanted.value = next
    }, quietMs)
  }
  onScopeDispose(() => clearTimeout(timer))

  const total = shallowRef<number>()
  watch(key, () => {
    wanted.value = [0]
    total.value = undefined
  })
  watch(queries, (all) => {
    const known = all.find(({ data }) => data !== undefined)?.data
    if (known) total.value = known.total
  }, { immediate: true })

  const rows = computed<(Row | undefined)[] | undefined>(() => {
    if (total.value === undefined) return undefined
    const here = queries.value.flatMap(({ data }): [number, Row[]][] => (data ? [[data.piece, data.items]] : []))
    return rowsOf(total.value, new Map(here))
  })
  const error = computed(() => queries.value.find((one) => one.error)?.error ?? null)
  const refetch = () => Promise.all(queries.value.map((one) => one.refetch()))
  return { rows, total, look, error, refetch }
}
