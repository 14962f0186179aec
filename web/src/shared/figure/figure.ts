// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/shared/table/columns'

/** A fact as a person reads it. Its texts are ready: the slice that owns the figure writes them. */
export interface Fact {
  title: string
  value: string
  period: string
  formula: string
  digest: string
  /** Whether the records are still what they were when the fact was frozen; null when that is not known. */
  isIntact: boolean | null
}

/** How a figure is opened: its fact and the records behind it. `id` names it for the cache. */
export interface FigureSource<Row> {
  id: readonly unknown[]
  fact: () => Promise<Fact>
  records: (cursor: string | undefined) => Promise<{ items: Row[]; next: string | null }>
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  /** The address of the page with the same fact, to be kept or sent to somebody. */
  page?: string
}
