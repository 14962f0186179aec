// SPDX-License-Identifier: Apache-2.0
import { fenOf } from '@/shared/money'
import type { NewContract } from './budget'
import { findingsOfService } from './payment'
import { t } from './words'
import { t as say } from './wordsOfContracts'

export interface TypedContract {
  number: string
  title: string
  line: string
  payee: string
  amount: string
  signed_on: string
  service_from: string
  service_to: string
}

export const emptyContract = (day: string): TypedContract => ({ number: '', title: '', line: '', payee: '', amount: '', signed_on: day, service_from: '', service_to: '' })

export function findingsOfContract(typed: TypedContract): Record<string, string | false> {
  return {
    '/number': typed.number.trim() === '' && t('fill', { field: t('contract') }),
    '/line': typed.line === '' && t('choose', { field: t('line') }),
    '/payee': typed.payee.trim() === '' && t('fill', { field: t('payee') }),
    '/amount': typed.amount === '' ? t('fill', { field: t('amount') }) : fenOf(typed.amount) <= 0n && say('positive'),
    '/signed_on': typed.signed_on === '' && t('fill', { field: t('signed_on') }),
    ...findingsOfService(typed.service_from, typed.service_to),
  }
}

export function contractOf(typed: TypedContract): NewContract {
  return {
    number: typed.number.trim(), title: typed.title.trim() || null, line: typed.line, payee: typed.payee.trim(), amount: typed.amount,
    signed_on: typed.signed_on, service_from: typed.service_from || null, service_to: typed.service_to || null,
  }
}
