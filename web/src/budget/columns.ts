// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/shared/table/columns'
import type { Contract, EntryKey, Line, ListedPayment, Payment } from './budget'
import type { DocumentEntry } from './figures'
import { t } from './words'

// Columns of each kind of record, for its own page and for the figures that open it.

export const serviceText = ({ service_from, service_to }: Pick<Payment, 'service_from' | 'service_to'>) =>
  service_from && service_to ? (service_from === service_to ? service_from : t('span', { from: service_from, to: service_to })) : ''

export const entryText = ({ voucher, entry }: EntryKey) => `${voucher} / ${entry}`

/** Where an entry stands in the list of payments. */
export const entryAddress = (year: number, { voucher }: EntryKey) => ({ path: '/budget/payments', query: { year, q: voucher } })

export function lineColumns(): Column<Line>[] {
  return [
    { key: 'code', title: t('line_code'), width: 120, fixed: true, sortable: true },
    { key: 'name', title: t('line_name'), sortable: true },
    { key: 'kind', title: t('kind'), width: 100, value: ({ kind }) => t(`kind_${kind}`), sortable: true },
    { key: 'functional_code', title: t('functional_code'), width: 100, hidden: true },
    { key: 'economic_code', title: t('economic_code'), width: 100, hidden: true },
    { key: 'adjusted', title: t('adjusted'), kind: 'money', width: 150, sortable: true, sum: true },
    { key: 'committed', title: t('committed'), kind: 'money', width: 180, sortable: true, sum: true },
    { key: 'paid', title: t('paid'), kind: 'money', width: 140, sortable: true, sum: true },
    { key: 'available', title: t('available'), kind: 'money', width: 140, sortable: true, sum: true },
    { key: 'rate', title: t('rate'), kind: 'number', width: 100, sortable: true },
  ]
}

export function documentEntryColumns(): Column<DocumentEntry>[] {
  return [
    { key: 'number', title: t('number'), width: 200, fixed: true, sortable: true },
    { key: 'issued_on', title: t('issued_on'), kind: 'day', width: 110, sortable: true },
    { key: 'kind', title: t('document_kind'), width: 100, value: ({ kind }) => t(`doc_${kind}`), sortable: true },
    { key: 'line', title: t('line_code'), width: 120, sortable: true },
    { key: 'amount', title: t('amount'), kind: 'money', width: 140, sortable: true, sum: true },
    { key: 'reason', title: t('reason') },
  ]
}

export function contractColumns(): Column<Contract>[] {
  return [
    { key: 'number', title: t('contract'), width: 130, fixed: true, sortable: true },
    { key: 'title', title: t('title'), width: 200, sortable: true },
    { key: 'line', title: t('line_code'), width: 100, sortable: true },
    { key: 'payee', title: t('payee'), width: 180, sortable: true },
    { key: 'amount', title: t('amount'), kind: 'money', width: 130, sortable: true, sum: true },
    { key: 'paid', title: t('paid'), kind: 'money', width: 130, sortable: true, sum: true },
    { key: 'open', title: t('open'), kind: 'money', width: 150, sortable: true, sum: true },
    { key: 'signed_on', title: t('signed_on'), kind: 'day', width: 110, sortable: true },
    { key: 'service', title: t('service'), width: 180, value: serviceText },
    { key: 'place', title: t('place'), width: 220, hidden: true },
  ]
}

export function paymentColumns(): Column<ListedPayment>[] {
  return [
    { key: 'voucher', title: t('voucher'), width: 150, fixed: true },
    { key: 'entry', title: t('entry'), kind: 'number', width: 80, hidden: true },
    { key: 'paid_on', title: t('paid_on'), kind: 'day', width: 110 },
    { key: 'kind', title: t('entry_kind'), width: 90, value: ({ kind }) => t(`entry_${kind}`) },
    { key: 'line', title: t('line_code'), width: 100 },
    { key: 'payee', title: t('payee'), width: 210 },
    { key: 'amount', title: t('amount'), kind: 'money', width: 130, sum: true },
    { key: 'contract', title: t('contract'), width: 120 },
    { key: 'service', title: t('service'), width: 170, value: serviceText },
    { key: 'note', title: t('note') },
    { key: 'corrects', title: t('corrects'), width: 120, value: ({ corrects }) => (corrects ? entryText(corrects) : '') },
    { key: 'corrected_by', title: t('corrected_by'), width: 120, value: ({ corrected_by }) => corrected_by.map(entryText).join('、') },
    { key: 'functional_code', title: t('functional_code'), width: 100, hidden: true },
    { key: 'economic_code', title: t('economic_code'), width: 100, hidden: true },
    { key: 'place', title: t('place'), width: 220, hidden: true },
  ]
}
