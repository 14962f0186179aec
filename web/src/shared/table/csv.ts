// SPDX-License-Identifier: Apache-2.0
import { valueOf, titleOf, type Column } from './columns'
import type { ExportChoice } from './ExportMenu.vue'
import { t } from './words'

// What Excel and WPS would compute is not what was written: a text that begins like a formula gets an apostrophe.
const isFormula = (text: string) => /^[=+@\t\r]/.test(text) || /^-(?![\d.]+%?$)/.test(text)

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** A list as CSV with its titles; amounts in yuan to the fen, whatever the screen shows. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((column) => cell(titleOf(column, 'yuan'))), ...rows.map((row) => columns.map((column) => cell(valueOf(column, row))))]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

/** Export of a list that is here as a whole and that the server has no file for. The BOM tells Excel that it is UTF-8. */
export function csvChoice<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): ExportChoice {
  return { label: t('csv'), name: `${name}.csv`, href: `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${csvOf(columns, rows)}`)}` }
}
