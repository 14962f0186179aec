// SPDX-License-Identifier: Apache-2.0
// Rooms of the register, to choose from.
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { whole } from '@/shared/api/whole'
import { sumOf } from '@/shared/money'

type Room = Contract<'Room'>
export type RoomUse = Contract<'RoomUse'>
export interface Place {
  building: string
  room: string
}
/** A room that was chosen, with what is shown of it. */
export interface ChosenRoom extends Place {
  usable_m2: string
  /** Whose it is in the register when it is chosen. */
  holder: Holder
}

/** Equipment and ancillary rooms belong to a building as a whole: no unit and no person gets one. */
export const mayBeGiven = ({ use }: Pick<Room, 'use'>) => use !== 'equipment' && use !== 'ancillary'

export type Holder = 'nobody' | 'own' | 'other'
export function holderOf({ unit }: Pick<Room, 'unit'>, asking: string): Holder {
  if (unit === null || unit.trim() === '') return 'nobody'
  return unit === asking ? 'own' : 'other'
}

const order: readonly Holder[] = ['nobody', 'own', 'other']
/** Free rooms first, then the unit's own, then those of others; within each by number as people count. */
export function byHolder(rooms: readonly Room[], asking: string): Room[] {
  const rank = (room: Room) => order.indexOf(holderOf(room, asking))
  return rooms.filter(mayBeGiven).sort((a, b) => rank(a) - rank(b) || a.number.localeCompare(b.number, 'zh-CN', { numeric: true }))
}

export const isSame = (a: Place, b: Place) => a.building === b.building && a.room === b.room
export const areaOf = (rooms: readonly Pick<ChosenRoom, 'usable_m2'>[]) => sumOf(rooms.map(({ usable_m2 }) => usable_m2))
export const placeKey = ({ building, room }: Place) => `${building}/${room}`

const most = 200
export function useBuildings() {
  return useQuery({
    queryKey: ['premises', 'buildings', 'all'],
    queryFn: () => whole<Contract<'BuildingRow'>>((cursor) => got(api.GET('/api/v1/premises/buildings', { params: { query: { cursor, limit: most } } }))),
  })
}

export function useRoomsOf(building: () => string) {
  return useQuery({
    queryKey: computed(() => ['premises', 'rooms', building()]),
    queryFn: async () => (await got(api.GET('/api/v1/premises/buildings/{building}/rooms', { params: { path: { building: building() } } }))).items,
    enabled: computed(() => building() !== ''),
  })
}
