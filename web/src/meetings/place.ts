// SPDX-License-Identifier: Apache-2.0
// A room, a day and two clocks as they are typed.
import { clockOf, dayOf, secondOf } from './time'
import type { Place } from './timeline/moves'

export interface TypedPlace {
  room: string
  day: string
  from: string
  until: string
}
export function typedPlace({ room, from, until }: Place): TypedPlace {
  const day = dayOf(from)
  return { room, day, from: clockOf(from), until: clockOf(until) }
}
/** null while something is missing or the end is not after the beginning. */
export function placeIn({ room, day, from, until }: TypedPlace): Place | null {
  const first = secondOf(day, from)
  // 00:00 as an end is the end of the day: the browser's field knows no 24:00.
  const last = secondOf(day, until === '00:00' ? '24:00' : until)
  return room !== '' && first !== null && last !== null && last > first ? { room, from: first, until: last } : null
}
