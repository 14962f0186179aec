// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'

export type ClosingYear = Contract<'ClosingYear'>
export type ClosingPeriod = Contract<'ClosingPeriod'>
export type ClosingCorrection = Contract<'ClosingCorrection'>

export const stateKinds: Record<ClosingPeriod['state'], StatusKind> = { closed: 'good', over: 'attention', running: 'neutral' }

/** What can be closed now: the first month that is over and open, then the year; null when nothing can. */
export function nextToClose(year: ClosingYear): ClosingPeriod | null {
  const open = year.months.find(({ state }) => state !== 'closed')
  if (open) return open.state === 'over' ? open : null
  return year.whole.state === 'over' ? year.whole : null
}
