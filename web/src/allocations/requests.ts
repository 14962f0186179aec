// SPDX-License-Identifier: Apache-2.0
// A request goes 调剂, 置换, 租用, 建设 in this order: a way is open when the last step of every earlier one came to nothing.
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { fenOf } from '@/shared/money'
import { areaText, without } from './allocations'
import { t } from './words'
import { t as say } from './wordsOfRequests'

export type Request = Contract<'AllocationRequest'>
export type RequestRow = Contract<'AllocationRequestRow'>
export type Way = Contract<'AllocationWay'>
export type RequestState = Contract<'AllocationRequestState'>
export type Step = Contract<'AllocationStep'>
export type FreeRoom = Contract<'FreeRoom'>
export type Result = Contract<'AllocationStepResult'>

export const ways: readonly Way[] = ['reallocation', 'exchange', 'lease', 'construction']
export const requestStates: readonly RequestState[] = ['open', 'satisfied', 'withdrawn', 'refused']
export const wayText = (way: Way) => say(`way_${way}`)
export const requestStateText = (state: RequestState) => say(`state_${state}`)
export const requestStateKinds: Record<RequestState, StatusKind> = { open: 'waiting', satisfied: 'good', withdrawn: 'neutral', refused: 'bad' }

type Taken = Pick<Step, 'way' | 'result'>
export const lastOf = (steps: readonly Taken[], way: Way): Result | null => steps.filter((step) => step.way === way).at(-1)?.result ?? null
/** The first earlier way that did not come to nothing yet; null: this way may be taken. */
export const blockedBy = (steps: readonly Taken[], way: Way): Way | null => ways.slice(0, ways.indexOf(way)).find((earlier) => lastOf(steps, earlier) !== 'none') ?? null
export const foundWays = (steps: readonly Taken[]): Way[] => ways.filter((way) => lastOf(steps, way) === 'found' && blockedBy(steps, way) === null)

export interface WayShown {
  kind: StatusKind
  word: string
  says?: string
}
export function wayShown(steps: readonly Taken[], way: Way, isOpen: boolean): WayShown {
  const result = lastOf(steps, way)
  if (result !== null) return { kind: result === 'found' ? 'good' : 'neutral', word: say(`result_${result}`) }
  const earlier = blockedBy(steps, way)
  if (earlier === null && isOpen) return { kind: 'waiting', word: say('way_open') }
  return earlier === null ? { kind: 'neutral', word: say('way_not_taken') } : { kind: 'neutral', word: say('way_blocked'), says: say('way_blocked_says', { way: wayText(earlier) }) }
}

/** What the unit may still ask for: approved without what it has and what it asked for elsewhere. */
export const leftOf = ({ approved_m2, actual_m2, pending_m2 }: Request['areas'][number]) => without(approved_m2, actual_m2, pending_m2)
export const askedText = ({ areas }: Pick<RequestRow, 'areas'>) =>
  areas.map(({ use, rooms, asked_m2 }) => say('asked_of', { use: t(`use_${use}`), rooms, area: areaText(asked_m2) })).join(t('list'))

export const isNegative = (area: string) => fenOf(area) < 0n
