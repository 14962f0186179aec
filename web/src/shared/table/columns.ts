// SPDX-License-Identifier: Apache-2.0
import { instantText } from '@/shared/dates'
import { fenOf, grouped, shown, sumOf, type MoneyUnit } from '@/shared/money'
import { t } from './words'

export interface Column<Row> {
  key: string
  title: string
  /** Money and numbers stand right; money is a text of the server and follows the 万元/元 switch. */
  kind?: 'text' | 'money' | 'number' | 'day' | 'instant'
  /** Pixels at ordinary size; without it the column shares what is left. */
  width?: number
  /** What is shown and compared; the row's field named `key` when not given. */
  value?: (row: Row) => string | number | null
  sortable?: boolean
  /** Added up in the last row (money only). */
  sum?: boolean
  fixed?: boolean
  /** Not shown until the person chooses it. */
  hidden?: boolean
}

export interface Sort {
  key: string
  descending: boolean
}

export function valueOf<Row>(column: Column<Row>, row: Row): string | number | null {
  if (column.value) return column.value(row)
  const value = (row as Record<string, unknown>)[column.key]
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

export function textOf<Row>(column: Column<Row>, row: Row, unit: MoneyUnit): string {
  const value = valueOf(column, row)
  if (value === null || value === '') return ''
  if (column.kind === 'money') return shown(String(value), unit)
  if (column.kind === 'number' && typeof value === 'number') return Number.isInteger(value) ? grouped(value) : String(value)
  return column.kind === 'instant' ? instantText(String(value)) : String(value)
}

export const isRight = (column: { kind?: Column<never>['kind'] }) => column.kind === 'money' || column.kind === 'number'

export function titleOf(column: { kind?: Column<never>['kind']; title: string }, unit: MoneyUnit): string {
  return column.kind === 'money' ? t(unit, { title: column.title }) : column.title
}

/** The totals of the columns that are added up, from the exact amounts. */
export function sumsOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Record<string, string> {
  const summed = columns.filter((column) => column.sum)
  const amounts = (column: Column<Row>) => rows.map((row) => valueOf(column, row)).filter((value) => typeof value === 'string' && value !== '')
  return Object.fromEntries(summed.map((column) => [column.key, sumOf(amounts(column) as string[])]))
}

const byLetters = new Intl.Collator('zh-CN', { numeric: true })

function compare<Row>(column: Column<Row>, a: Row, b: Row): number {
  const [first, second] = [valueOf(column, a), valueOf(column, b)]
  if (first === null || second === null) return Number(second === null) - Number(first === null)
  if (column.kind === 'money') {
    const difference = fenOf(String(first)) - fenOf(String(second))
    return difference < 0n ? -1 : Number(difference > 0n)
  }
  if (typeof first === 'number' && typeof second === 'number') return first - second
  return byLetters.compare(String(first), String(second))
}

/** Rows in order of one column; equal ones keep their order, empty ones stand first (last when descending). */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): Row[] {
  const column = columns.find(({ key }) => key === sort?.key)
  if (!column || !sort) return [...rows]
  const sign = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(column, a, b))
}

export const ariaSort = (sort: Sort | null, key: string) => (sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending')

/** Ascending, descending, as it came. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, descending: false }
  return sort.descending ? null : { key, descending: true }
}
