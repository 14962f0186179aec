// SPDX-License-Identifier: Apache-2.0
import { amountOf, fenOf } from '@/shared/money'
import type { Contract, Line, NewPayment } from './budget'
import { t } from './words'
import { t as say } from './wordsOfPayments'

/** What stands in the form: texts, as they are typed. */
export interface TypedPayment {
  voucher: string
  entry: string
  paid_on: string
  line: string
  contract: string
  payee: string
  service_from: string
  service_to: string
  functional_code: string
  economic_code: string
  amount: string
  note: string
}

export function emptyPayment(day: string): TypedPayment {
  return { voucher: '', entry: '1', paid_on: day, line: '', contract: '', payee: '', service_from: '', service_to: '', functional_code: '', economic_code: '', amount: '', note: '' }
}

/** What is wrong with a pair of months; the pointer is the one to correct. */
export function findingsOfService(from: string, to: string): Record<string, string | false> {
  const isHalf = (from === '') !== (to === '')
  return {
    '/service_from': isHalf && from === '' && say('service_both'),
    '/service_to': (isHalf && to === '' && say('service_both')) || (from !== '' && to !== '' && to < from && say('service_order')),
  }
}

export function findingsOfPayment(typed: TypedPayment, year: number): Record<string, string | false> {
  const missing = (field: 'voucher' | 'payee') => typed[field].trim() === '' && t('fill', { field: t(field) })
  return {
    '/voucher': missing('voucher'),
    '/entry': !/^[1-9]\d{0,8}$/.test(typed.entry.trim()) && say('entry_wrong'),
    '/paid_on': typed.paid_on === '' ? t('fill', { field: t('paid_on') }) : !typed.paid_on.startsWith(`${year}-`) && say('year_wrong', { year }),
    '/line': typed.line === '' && t('choose', { field: t('line') }),
    '/payee': missing('payee'),
    '/amount': typed.amount === '' ? t('fill', { field: t('amount') }) : fenOf(typed.amount) <= 0n && say('positive'),
    ...findingsOfService(typed.service_from, typed.service_to),
  }
}

const orNull = (text: string) => text.trim() || null

export function paymentOf(typed: TypedPayment): NewPayment {
  return {
    voucher: typed.voucher.trim(), entry: Number(typed.entry), paid_on: typed.paid_on, line: typed.line, payee: typed.payee.trim(), amount: typed.amount,
    contract: orNull(typed.contract), service_from: orNull(typed.service_from), service_to: orNull(typed.service_to),
    functional_code: orNull(typed.functional_code), economic_code: orNull(typed.economic_code), note: orNull(typed.note),
  }
}

export interface Left {
  before: string
  after: string
  /** How much is missing, when there is not enough. */
  missing: string | null
}

function left(has: string, taken: bigint): Left {
  const after = fenOf(has) - taken
  return { before: has, after: amountOf(after), missing: after < 0n ? amountOf(-after) : null }
}

/**
 * What a payment leaves on its line and its contract. Under a contract the line was committed when it was signed, so that
 * the line's available money stays what it is. A preview: the server decides.
 */
export function leftAfter(amount: string, line: Line | undefined, contract: Contract | undefined): { line?: Left; contract?: Left } {
  if (amount === '') return {}
  const taken = fenOf(amount)
  return { ...(line && { line: left(line.available, contract ? 0n : taken) }), ...(contract && { contract: left(contract.open, taken) }) }
}
