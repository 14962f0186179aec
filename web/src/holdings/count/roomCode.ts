// SPDX-License-Identifier: Apache-2.0
import type { ExpectedRoom } from '@/holdings/holdings'

export interface RoomName {
  building: string
  number: string
}

/**
 * The room that a scanned or typed text means: what a label says (`MINGJI-ROOM:building/number`), building/number, or a number that only
 * one building of the stocktake has. Null when it says none.
 */
export function roomOf(text: string, rooms: readonly RoomName[]): RoomName | null {
  const bare = text.trim().replace(/^MINGJI-ROOM:/i, '').replace(/／/g, '/')
  const slash = bare.indexOf('/')
  if (slash > 0 && slash < bare.length - 1) return { building: bare.slice(0, slash).trim(), number: bare.slice(slash + 1).trim() }
  const same = rooms.filter(({ number }) => number.toLowerCase() === bare.toLowerCase())
  const [only] = same
  return only && same.length === 1 ? { building: only.building, number: only.number } : null
}

export const isRoom = (a: RoomName, b: RoomName) => a.building === b.building && a.number === b.number
export const roomText = ({ building, number }: RoomName) => `${building}/${number}`
export const expectedOf = (room: RoomName, rooms: readonly ExpectedRoom[]) => rooms.find((one) => isRoom(one, room))
