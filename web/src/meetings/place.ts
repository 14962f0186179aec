// SPDX-License-Identifier: Apache-2.0
// A room, a day and two clocks as they are typed; an end on a later day is so many nights on.
import { clockOf, dayAfter, dayOf, daySeconds, secondOf, startOf } from './time'
import type { Place } from './timeline/moves'

export interface TypedPlace {
  room: string
  day: string
  from: string
  until: string
  /** 0: it ends on the day it begins. It is kept instead of the last day, which follows where the first one goes. */
  nights: number
}
const nightsFrom = (first: string, last: string) => Math.round((startOf(last) - startOf(first)) / daySeconds)

/** The end of a day is 00:00 of that day and not of the next: the browser's field knows no 24:00. */
export function typedPlace({ room, from, until }: Place): TypedPlace {
  const day = dayOf(from)
  const nights = nightsFrom(day, dayOf(until))
  const isWholeDay = nights === 1 && clockOf(until) === '00:00'
  return { room, day, from: clockOf(from), until: clockOf(until), nights: isWholeDay ? 0 : nights }
}
/** null while something is missing or the end is not after the beginning. */
export function placeIn({ room, day, from, until, nights }: TypedPlace): Place | null {
  const first = secondOf(day, from)
  const last = first === null ? null : secondOf(dayAfter(day, nights), nights === 0 && until === '00:00' ? '24:00' : until)
  return room !== '' && first !== null && last !== null && last > first ? { room, from: first, until: last } : null
}
/** The day on which it ends, for its field; empty while the first day is missing. */
export const lastDayOf = ({ day, nights }: TypedPlace) => (secondOf(day, '00:00') === null ? '' : dayAfter(day, nights))
/** Cleared, it ends on the day it begins. */
export const withLastDay = (typed: TypedPlace, last: string): TypedPlace => ({ ...typed, nights: lastDayOf(typed) === '' || secondOf(last, '00:00') === null ? 0 : nightsFrom(typed.day, last) })
