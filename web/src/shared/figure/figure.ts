// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/shared/table/columns'

/** A fact as a person reads it. Its texts are ready: the slice that owns the figure writes them. */
export interface Fact {
  title: string
  value: string
  period: string
  formula: string
  digest: string
}

/** What counting a frozen figure again says of it: the records or the value changed, or its source cannot be asked. */
export type FigureState = 'intact' | 'changed' | 'unreadable' | 'broken'


/** How a figure is opened: its fact and the records behind it. `id` names it for the cache. */
export interface FigureSource<Row> {
  id: readonly unknown[]
  fact: () => Promise<Fact>
  /** Counts a frozen figure again. It may take a while, so nothing waits for it; a live figure has none. */
  check?: () => Promise<FigureState>
  records: (cursor: string | undefined) => Promise<{ items: Row[]; next: string | null }>
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  /** The address of the page with the same fact, to be kept or sent to somebody. */
  page?: string
}
