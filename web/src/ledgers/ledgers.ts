// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { Column } from '@/shared/table/columns'
import { t as say } from './words'

export type Ledger = Contract<'Ledger'>
export type LedgerColumn = Contract<'LedgerColumn'>
export type LedgerSummary = Contract<'LedgerSummary'>
export type LedgerRecord = Contract<'LedgerRecord'>
export type RecordVersion = Contract<'LedgerRecordVersion'>
export type HeaderMeaning = Contract<'HeaderMeaning'>
export type ImportResult = Contract<'LedgerImportResult'>
export type ColumnType = LedgerColumn['type']

export const columnTypes: readonly ColumnType[] = ['text', 'integer', 'decimal', 'money', 'date', 'time', 'choice', 'organisation', 'attachment']
export const isNumber = (type: ColumnType) => type === 'integer' || type === 'decimal' || type === 'money'
export const isMoment = (type: ColumnType) => type === 'date' || type === 'time'

export function useLedgers() {
  return useQuery({ queryKey: ['ledgers', 'list'], queryFn: () => got(api.GET('/api/v1/ledgers')) })
}

/** A register of the unit. */
export function useLedger(name: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['ledgers', 'of', toValue(name)]),
    queryFn: () => got(api.GET('/api/v1/ledgers/{ledger}', { params: { path: { ledger: toValue(name) } } })),
  })
}

const ofLedger = (name: string) => `/api/v1/ledgers/${encodeURIComponent(name)}`
export const templateAddress = (name: string) => `${ofLedger(name)}/template`
export const registerPage = (name: string) => `/ledgers/register/${encodeURIComponent(name)}`

export interface RecordQuery {
  q?: string
  filter?: string[]
  sort?: string
}

/** The records that the page shows, as a file. */
export function exportAddress(name: string, format: 'xlsx' | 'csv', { q, filter = [], sort }: RecordQuery): string {
  const asked = new URLSearchParams({ format })
  if (q) asked.set('q', q)
  for (const one of filter) asked.append('filter', one)
  if (sort) asked.set('sort', sort)
  return `${ofLedger(name)}/export?${asked.toString()}`
}

/** A name that a preference or draft can have, of a register's name in any letters (FNV-1a, 32 bits). */
export function keyOf(name: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16)
}

const kinds: Partial<Record<ColumnType, Column<LedgerRecord>['kind']>> = { integer: 'number', decimal: 'number', money: 'money', date: 'day' }
const widths: Partial<Record<ColumnType, number>> = { integer: 130, decimal: 120, money: 140, date: 110, time: 170, choice: 140 }

function cellOf({ type }: LedgerColumn, index: number) {
  // Canonical texts: a whole number may be shown in groups of three, as long as it is exact.
  return ({ cells }: LedgerRecord) => {
    const text = cells[index] ?? ''
    return type === 'integer' && text !== '' && Number.isSafeInteger(Number(text)) ? Number(text) : text
  }
}

/** With its unit: 服务面积（平方米）. */
export const titleOf = ({ title, unit }: LedgerColumn) => (unit ? say('with_unit', { title, unit }) : title)

/** A register's columns for a DataTable; the identity stays in view. */
export function recordColumns(columns: readonly LedgerColumn[]): Column<LedgerRecord>[] {
  return columns.map((column, index) => ({
    key: column.title,
    title: column.type === 'money' ? column.title : titleOf(column),
    kind: kinds[column.type],
    width: widths[column.type] ?? (column.identity ? 160 : undefined),
    value: cellOf(column, index),
    sortable: true,
    fixed: column.identity,
  }))
}
