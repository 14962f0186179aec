// SPDX-License-Identifier: Apache-2.0
import type { FieldProblem } from '@/shared/api/problem'
import type { GridColumn } from '@/shared/grid/EditableGrid.vue'
import type { Rows } from '@/shared/grid/grid'
import { goalColumns, goalOf, goalRow, settingColumns, settingOf, settingRow, supportColumns, supportOf, supportRow } from './sheet'
import type { Targets, TargetTable } from './targets'
import { isWeight } from './weights'
import { t } from './words'

export const sheets = ['indicators', 'goals', 'supports'] as const
export type Sheet = (typeof sheets)[number]
export type Sheets = Record<Sheet, Rows>
/** The table row by row, by what names a row: two people who changed different rows get along. */
export type KeyedTable = Record<string, string[]>

export const columnsOf: Record<Sheet, () => GridColumn[]> = { indicators: settingColumns, goals: goalColumns, supports: supportColumns }
const firsts: Record<Sheet, string> = { indicators: 'i', goals: 'g', supports: 's' }
const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** Empty rows below what is there, to type or paste into. */
export function withRoom(rows: Rows, width: number, room = 20): Rows {
  const blank = Array.from({ length: width }, () => '')
  return [...rows, ...Array.from({ length: room }, () => [...blank])]
}

export function sheetsOf(targets: Pick<Targets, 'first' | 'goals' | 'supports'>): Sheets {
  return { indicators: targets.first.map(settingRow), goals: targets.goals.map(goalRow), supports: targets.supports.map(supportRow) }
}

/** Rows that are filled in, with where they stand in the grid. */
export function filled(rows: Rows): { at: number; cells: string[] }[] {
  return rows.flatMap((cells, at) => (isEmpty(cells) ? [] : [{ at, cells: cells.map((cell) => cell.trim()) }]))
}

export function keyed(all: Sheets): KeyedTable {
  return Object.fromEntries(sheets.flatMap((sheet) => filled(all[sheet]).map(({ cells }) => [`${firsts[sheet]}:${cells[0] ?? ''}`, cells])))
}

export function unkeyed(table: KeyedTable): Sheets {
  const rowsOf = (sheet: Sheet) => Object.entries(table).flatMap(([key, cells]) => (key.startsWith(`${firsts[sheet]}:`) ? [cells] : []))
  return { indicators: rowsOf('indicators'), goals: rowsOf('goals'), supports: rowsOf('supports') }
}

export function tableOf(all: Sheets): TargetTable {
  const cellsOf = (sheet: Sheet) => filled(all[sheet]).map(({ cells }) => cells)
  return { goals: cellsOf('goals').map(goalOf), indicators: cellsOf('indicators').map(settingOf), supports: cellsOf('supports').map(supportOf) }
}

const required: Record<Sheet, readonly string[]> = { indicators: ['code', 'level1', 'name', 'target'], goals: ['number', 'text'], supports: ['code', 'name'] }
const numbers = new Set(['weight', 'share'])

/** What is wrong with a cell, before the server is asked. Empty rows are left out and never wrong. */
export function mistake(sheet: Sheet, rows: Rows, row: number, column: GridColumn): string | null {
  const cells = rows[row]
  if (!cells || isEmpty(cells)) return null
  const index = columnsOf[sheet]().findIndex(({ key }) => key === column.key)
  const text = (cells[index] ?? '').trim()
  if (text === '') return required[sheet].includes(column.key) ? t('cell_missing', { title: column.title }) : null
  if (index === 0 && rows.some((other, at) => at !== row && (other[0] ?? '').trim() === text)) return t('cell_twice', { title: column.title, text })
  if (numbers.has(column.key) && !isWeight(text)) return t('cell_number', { title: column.title, text })
  return column.key === 'decimals' && !/^\d$/.test(text) ? t('cell_decimals', { text }) : null
}

/** “绩效指标”第 3 行 目标值：… for each cell that is wrong. */
export function mistakes(all: Sheets): { sheet: Sheet; row: number; key: string; message: string }[] {
  return sheets.flatMap((sheet) =>
    filled(all[sheet]).flatMap(({ at }) =>
      columnsOf[sheet]().flatMap((column) => {
        const message = mistake(sheet, all[sheet], at, column)
        return message ? [{ sheet, row: at, key: column.key, message }] : []
      })))
}

export interface Refusal {
  sheet: Sheet | null
  row: number | null
  key: string
  message: string
  /** What stood in the cell: it is refused as long as it still does. */
  text: string
}

/** What the server said about the table that was sent: /indicators/3/target is a cell of the grid. */
export function refused(errors: readonly FieldProblem[], sent: Sheets): Refusal[] {
  return errors.map(({ pointer, message }) => {
    const [, list = '', position, ...rest] = pointer.split('/')
    const sheet = sheets.find((one) => one === list) ?? null
    const row = sheet && position !== undefined ? (filled(sent[sheet])[Number(position)]?.at ?? null) : null
    const key = rest.at(-1) ?? ''
    const text = sheet && row !== null ? (sent[sheet][row]?.[columnsOf[sheet]().findIndex((column) => column.key === key)] ?? '') : ''
    return { sheet, row, key, message, text }
  })
}

/** What of a row two people wrote in two ways: 权重：35. A row that one of them deleted has nothing to tell. */
export function differenceText(key: string, value: unknown, { base, mine, theirs }: { base: unknown; mine: unknown; theirs: unknown }): string {
  if (!Array.isArray(value)) return t('row_gone')
  const sheet = sheets.find((one) => key.startsWith(`${firsts[one]}:`)) ?? 'indicators'
  const at = (row: unknown, index: number): unknown => (Array.isArray(row) ? row[index] : undefined)
  const isSame = (index: number) => at(base, index) === at(mine, index) && at(base, index) === at(theirs, index)
  return columnsOf[sheet]().flatMap(({ title }, index) => (isSame(index) ? [] : [t('cell_says', { title, text: String(at(value, index) || t('empty')) })])).join(t('separator'))
}

export function placeText(sheet: Sheet | null, row: number | null, key: string): string {
  if (sheet === null) return ''
  const title = columnsOf[sheet]().find((column) => column.key === key)?.title ?? ''
  return row === null ? t(`sheet_${sheet}`) : t('place', { sheet: t(`sheet_${sheet}`), row: row + 1, title })
}
