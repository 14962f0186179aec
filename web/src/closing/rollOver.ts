// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'

export type RollOver = Contract<'RollOver'>
export type RolledState = RollOver['contracts'][number]['state']

export const rolledKinds: Record<RolledState, StatusKind> = { comes: 'good', there: 'neutral', stays: 'attention' }

/** How many of each would come over. */
export function countsOf(over: RollOver, left: readonly string[] = []) {
  const coming = (rows: readonly { state: RolledState }[]) => rows.filter(({ state }) => state === 'comes').length
  return { lines: coming(over.lines), contracts: coming(over.contracts), indicators: coming(over.indicators.filter(({ code }) => !left.includes(code))) }
}
