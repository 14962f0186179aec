// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { amountOf, fenOf, readMoney } from '@/shared/money'
import type { Lease } from './holdings'
import { t as say } from './wordsOfLeases'

export type EndState = 'past' | 'soon' | 'far'
export const endStates: readonly EndState[] = ['past', 'soon', 'far']
export const endKinds: Record<EndState, StatusKind> = { past: 'bad', soon: 'attention', far: 'neutral' }

const stateWords = { past: 'ended', soon: 'ending', far: 'running' } as const
export const endStateText = (state: EndState) => say(stateWords[state])

/** A contract ends with its last day: on that day none is left, and it is not past. */
export function endOf({ days_left }: Pick<Lease, 'days_left'>, warningDays: number): EndState {
  if (days_left < 0) return 'past'
  return days_left <= warningDays ? 'soon' : 'far'
}

export function endText({ days_left: days }: Pick<Lease, 'days_left'>, warningDays: number): string {
  if (days === 0) return say('end_today')
  if (days < 0) return say('end_past', { days: -days })
  return say(days <= warningDays ? 'end_soon' : 'end_far', { days })
}

export interface Income {
  due: string
  paid: string
  open: string
}
/** Rents of what is let: due, paid to the treasury, and what lies between. */
export function incomeOf(leases: readonly Pick<Lease, 'kind' | 'income_due' | 'income_paid'>[]): Income {
  const out = leases.filter(({ kind }) => kind === 'out')
  const due = out.reduce((sum, { income_due }) => sum + fenOf(income_due ?? '0.00'), 0n)
  const paid = out.reduce((sum, { income_paid }) => sum + fenOf(income_paid ?? '0.00'), 0n)
  return { due: amountOf(due), paid: amountOf(paid), open: amountOf(due - paid) }
}

/** An area as it is typed, as the server writes it: two decimals; null where it is none. Areas are read as amounts are. */
export function readArea(typed: string): string | null {
  const read = readMoney(typed)
  return 'amount' in read && fenOf(read.amount) > 0n ? read.amount : null
}
