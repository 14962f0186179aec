// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { shown } from '@/shared/money'
import { t } from './words'

export type ClosingYear = Contract<'ClosingYear'>
export type ClosingPeriod = Contract<'ClosingPeriod'>
export type ClosingCorrection = Contract<'ClosingCorrection'>

export const stateKinds: Record<ClosingPeriod['state'], StatusKind> = { closed: 'good', over: 'attention', running: 'neutral' }

type Content = Contract<'ClosingContent'>

const ofMoney = new Set<Content['kind']>(['payments', 'documents', 'contracts'])
export const kindText = ({ kind, subject }: Pick<Content, 'kind' | 'subject'>) => t(`kind_${kind}`, { subject: subject ?? '' })

/** How much of a kind: payments have a sum, records of a register none. */
export const amountText = ({ kind, count, amount }: Content) =>
  ofMoney.has(kind) ? t('sum_of', { count, amount: shown(amount, 'yuan') }) : t('count_of', { count })

export const heldText = (content: Content) =>
  ofMoney.has(content.kind)
    ? t('held', { kind: kindText(content), count: content.count, amount: shown(content.amount, 'yuan') })
    : t('held_count', { kind: kindText(content), count: content.count })

/** What can be closed now: the first month that is over and open, then the year; null when nothing can. */
export function nextToClose(year: ClosingYear): ClosingPeriod | null {
  const open = year.months.find(({ state }) => state !== 'closed')
  if (open) return open.state === 'over' ? open : null
  return year.whole.state === 'over' ? year.whole : null
}
