// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { RoomOfPerson } from './contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { textOf } from './allocations'
import { t } from './words'
import { t as say } from './wordsOfPersons'

export type { RoomOfPerson }
export type PostKind = 'main' | 'concurrent'
export const postKinds: readonly PostKind[] = ['main', 'concurrent']

export type UseState = 'in_use' | 'due' | 'overdue' | 'returned'
export const useStates: readonly UseState[] = ['in_use', 'due', 'overdue', 'returned']
export const useStateText = (state: UseState) => say(`state_${state}`)
export const useStateKinds: Record<UseState, StatusKind> = { in_use: 'good', due: 'attention', overdue: 'bad', returned: 'neutral' }

/** On the last day to give it back a room is not overdue. */
export function stateOf({ due_on, ended_on }: Pick<RoomOfPerson, 'due_on' | 'ended_on'>, today: string): UseState {
  if (ended_on !== null) return 'returned'
  if (due_on === null) return 'in_use'
  return due_on < today ? 'overdue' : 'due'
}

export interface PersonFilter {
  unit?: string
  person?: string
  state?: UseState
}

export interface TypedUse {
  person: string
  unit: string
  rank: string
  post: PostKind
  approval: string
  building: string
  room: string
  started_on: string
}
const isEmpty = (typed: string) => typed.trim() === ''

export function findingsOfUse(typed: TypedUse): Record<string, string | false> {
  return {
    '/person': isEmpty(typed.person) && say('person_missing'),
    '/unit': isEmpty(typed.unit) && t('pick', { field: t('unit') }),
    '/rank': typed.rank === '' && t('pick', { field: t('rank') }),
    '/approval': typed.post === 'concurrent' && isEmpty(typed.approval) && say('approval_missing'),
    '/building': typed.building === '' && t('pick', { field: t('building') }),
    '/room': typed.room === '' && t('pick', { field: t('room') }),
    '/started_on': typed.started_on === '' && t('fill', { field: say('started_on') }),
  }
}

/** Who has a room at the unit of the main post needs no paper, whatever was typed before that was chosen. */
export const newUseOf = (typed: TypedUse): Contract<'NewPersonRoom'> => ({
  ...typed, person: textOf(typed.person), approval: typed.post === 'concurrent' ? textOf(typed.approval) : null,
})
