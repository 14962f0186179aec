// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { sumOf } from '@/shared/money'
import type { IdleRoom, IdleState } from './holdings'
import { t as say } from './wordsOfIdle'

export const idleStates: readonly IdleState[] = ['idle', 'offered', 'transferred', 'let', 'kept']
export const idleKinds: Record<IdleState, StatusKind> = { idle: 'bad', offered: 'waiting', transferred: 'good', let: 'good', kept: 'neutral' }
export const idleText = (state: IdleState) => say(`state_${state}`)

/** What may be decided next, as the server has it: units are asked first (调剂优先), and the same is not decided twice. */
export const nextStates = (now: IdleState) => (['offered', 'transferred', 'let', 'kept'] as const).filter((next) => next !== now && (now === 'offered' || next === 'offered' || next === 'transferred'))

export interface BuildingTotal {
  building: string
  building_name: string
  rooms: number
  area_m2: string
}
/** How much of each building is in the list, the most area first. */
export function byBuilding(rooms: readonly IdleRoom[]): BuildingTotal[] {
  const codes = [...new Set(rooms.map(({ building }) => building))]
  const totals = codes.map((building) => {
    const here = rooms.filter((room) => room.building === building)
    return { building, building_name: here[0]?.building_name ?? building, rooms: here.length, area_m2: sumOf(here.map(({ usable_m2 }) => usable_m2)) }
  })
  return totals.sort((a, b) => Number(b.area_m2) - Number(a.area_m2))
}
