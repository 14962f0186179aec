// SPDX-License-Identifier: Apache-2.0
import type { Column } from './columns'

/** How a person likes a table: which columns, in which order, how wide, how dense. */
export interface Layout {
  order: string[]
  shown: Record<string, boolean>
  widths: Record<string, number>
  isRoomy: boolean
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function entriesOf<T>(value: unknown, isKind: (one: unknown) => one is T): Record<string, T> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => isKind(entry[1])))
}

/** Whatever was stored, as a layout; a column that is gone since is simply not found. */
export function layoutOf(stored: unknown): Layout {
  const known = isRecord(stored) ? stored : {}
  const isWidth = (one: unknown): one is number => typeof one === 'number' && one >= 0 && one <= 2000
  return {
    order: Array.isArray(known.order) ? known.order.filter((key): key is string => typeof key === 'string') : [],
    shown: entriesOf(known.shown, (one): one is boolean => typeof one === 'boolean'),
    widths: entriesOf(known.widths, isWidth),
    isRoomy: known.isRoomy === true,
  }
}

/** All columns in the person's order; new ones keep their place behind the one they are declared behind. */
export function ordered<Row>(columns: readonly Column<Row>[], layout: Layout): Column<Row>[] {
  const placed = layout.order.filter((key) => columns.some((column) => column.key === key))
  const keys = columns.map(({ key }) => key)
  for (const [index, key] of keys.entries()) {
    if (placed.includes(key)) continue
    const before = index === 0 ? -1 : placed.indexOf(keys[index - 1] ?? '')
    placed.splice(before + 1, 0, key)
  }
  return placed.flatMap((key) => columns.filter((column) => column.key === key))
}

export const isShown = <Row>(column: Column<Row>, layout: Layout) => layout.shown[column.key] ?? !column.hidden

export function arranged<Row>(columns: readonly Column<Row>[], layout: Layout): Column<Row>[] {
  return ordered(columns, layout)
    .filter((column) => isShown(column, layout))
    .map((column) => ({ ...column, width: layout.widths[column.key] || column.width }))
}

/** The order with one column a step further up (-1) or down (1). */
export function moved<Row>(columns: readonly Column<Row>[], layout: Layout, key: string, step: -1 | 1): string[] {
  const keys = ordered(columns, layout).map((column) => column.key)
  const from = keys.indexOf(key)
  const to = from + step
  if (from < 0 || to < 0 || to >= keys.length) return keys
  keys.splice(from, 1)
  keys.splice(to, 0, key)
  return keys
}
