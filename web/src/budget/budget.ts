// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract as Stated } from '@/shared/api/contract'

export type Line = Stated<'BudgetLine'>
export type NewLine = Stated<'NewBudgetLine'>
export type BudgetDocument = Stated<'BudgetDocument'>
export type NewDocument = Stated<'NewBudgetDocument'>
export type Contract = Stated<'Contract'>
export type NewContract = Stated<'NewContract'>
export type Payment = Stated<'Payment'>
/** As a list tells of it: with the entries that correct it. */
export type ListedPayment = Stated<'PaymentList'>['items'][number]
export type EntryKey = Stated<'EntryKey'>
export type NewPayment = Stated<'NewPayment'>
export type Refund = Stated<'Refund'>
export type Reversal = Stated<'Reversal'>
export type Execution = Stated<'Execution'>
export type Amounts = Stated<'ExecutionAmounts'>
export type ExecutionMonth = Stated<'ExecutionMonth'>
export type ServiceCoverage = Stated<'ServiceCoverage'>
export type Finding = Stated<'Finding'>
export type ImportResult = Stated<'BudgetImportResult'>
export type LineKind = Line['kind']
export type DocumentKind = BudgetDocument['kind']

type Year = MaybeRefOrGetter<number>
const path = (year: number) => ({ params: { path: { year } } })

// Lists of a year that come whole. The keys begin with the slice's name (shared/api/fresh.ts).

export function useLines(year: Year) {
  return useQuery({
    queryKey: computed(() => ['budget', toValue(year), 'lines']),
    queryFn: () => got(api.GET('/api/v1/budget/years/{year}/lines', path(toValue(year)))),
  })
}

export function useDocuments(year: Year) {
  return useQuery({
    queryKey: computed(() => ['budget', toValue(year), 'documents']),
    queryFn: () => got(api.GET('/api/v1/budget/years/{year}/documents', path(toValue(year)))),
  })
}

export function useContracts(year: Year) {
  return useQuery({
    queryKey: computed(() => ['budget', toValue(year), 'contracts']),
    queryFn: () => got(api.GET('/api/v1/budget/years/{year}/contracts', path(toValue(year)))),
  })
}

/** Where the server gives a file of a year with the filters of the page. */
export function exportAddress(year: number, kind: 'lines' | 'documents' | 'contracts' | 'payments', format: 'xlsx' | 'csv', filters: Record<string, string> = {}): string {
  return `/api/v1/budget/years/${year}/export?${new URLSearchParams({ kind, format, ...filters }).toString()}`
}
