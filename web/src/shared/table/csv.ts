// SPDX-License-Identifier: Apache-2.0
import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useSettings } from '@/shared/settings'
import type { MoneyUnit } from '@/shared/money'
import { textOf, titleOf, type Column } from './columns'
import type { ExportChoice } from './ExportMenu.vue'
import { t } from './words'

// A cell that a spreadsheet would calculate is a text: nobody's name may become a formula. A negative number is none.
const isFormula = (text: string) => /^[=@\t\r]/.test(text) || (/^[-+]/.test(text) && !/^[-+]?[\d,]*\.?\d+%?$/.test(text))

function cellOf(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as they are shown, with their header: RFC 4180, and the mark by which spreadsheets know UTF-8. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[], unit: MoneyUnit): string {
  const lines = [columns.map((column) => titleOf(column, unit)), ...rows.map((row) => columns.map((column) => textOf(column, row, unit)))]
  return `\ufeff${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`
}

/** 导出 for a short list that is here as a whole and that the server has no file of; `name` without its ending. */
export function useCsv<Row>(name: Ref<string>, columns: Ref<readonly Column<Row>[]>, rows: Ref<readonly Row[] | undefined>) {
  const settings = useSettings()
  const href = computed(() => {
    if (!rows.value?.length) return null
    return URL.createObjectURL(new Blob([csvOf(columns.value, rows.value, settings.unit)], { type: 'text/csv' }))
  })
  const forget = (old: string | null | undefined) => old && URL.revokeObjectURL(old)
  watch(href, (_, old) => forget(old))
  onScopeDispose(() => forget(href.value))
  return computed<ExportChoice[]>(() => (href.value === null ? [] : [{ label: t('csv_all'), href: href.value, file: `${name.value}.csv` }]))
}
