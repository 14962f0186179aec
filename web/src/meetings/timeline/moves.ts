// SPDX-License-Identifier: Apache-2.0
// What arrows and the pointer do to a span of a room: the same for a place that is only looked at and for a booking that is
// being moved. Nothing here asks or tells the server.
import { dayAfter, daySeconds, dayOf, overlap, startOf, type Span } from '@/meetings/time'
import { snap, type Hours, type Placed } from './layout'

export interface Place extends Span {
  room: string
}
export interface Field {
  rooms: readonly string[]
  days: readonly string[]
  hours: Hours
}

const first = ({ days, hours }: Field) => startOf(days[0] ?? '1970-01-01') + hours.opens
const end = ({ days, hours }: Field) => startOf(days.at(-1) ?? '1970-01-01') + hours.closes

/** Moved by so many seconds, as long as before; it stops at the edge of what is shown. */
export function movedBy(place: Place, seconds: number, field: Field): Place {
  const length = place.until - place.from
  const from = Math.max(first(field), Math.min(end(field) - length, place.from + seconds))
  return { ...place, from, until: from + length }
}
/** Its end moved; at least a quarter of an hour stays. */
export function extendedBy(place: Place, seconds: number, field: Field): Place {
  const until = Math.max(place.from + snap, Math.min(end(field), place.until + seconds))
  return { ...place, until }
}
export function roomBy(place: Place, rooms: number, { rooms: all }: Field): Place {
  const at = Math.max(0, Math.min(all.length - 1, Math.max(0, all.indexOf(place.room)) + rooms))
  return { ...place, room: all[at] ?? place.room }
}

/** Where one begins: the first room, nine o'clock, for an hour. */
export function firstPlace({ rooms, days, hours }: Field, day = days[0] ?? '1970-01-01'): Place {
  const from = startOf(day) + Math.max(hours.opens, 9 * 3_600)
  return { room: rooms[0] ?? '', from, until: from + 3_600 }
}

/** What stands at a place: what holds its first second, otherwise the first that it overlaps. */
export function standingAt<T extends Placed>(place: Place, items: readonly T[]): T | null {
  const here = items.filter((item) => item.room === place.room && overlap(item, place)).sort((a, b) => a.from - b.from)
  return here.find(({ from, until }) => from === place.from && until === place.until) ?? here.find(({ from }) => from <= place.from) ?? here[0] ?? null
}

/** The next or the one before of the same room, after what stands at the place. */
export function neighbourOf<T extends Placed>(place: Place, items: readonly T[], step: 1 | -1): T | null {
  const row = items.filter(({ room }) => room === place.room).sort((a, b) => a.from - b.from || a.until - b.until)
  const at = row.findIndex(({ from, until }) => from === place.from && until === place.until)
  if (at !== -1) return row[at + step] ?? null
  return step === 1 ? (row.find(({ from }) => from >= place.from) ?? null) : (row.filter(({ from }) => from < place.from).at(-1) ?? null)
}

export type Scale = 'day' | 'week'
type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

function sideways(place: Place, sign: 1 | -1, { shiftKey, ctrlKey }: Pressed, scale: Scale, field: Field, items: readonly Placed[]): Place {
  if (shiftKey) return extendedBy(place, sign * snap, field)
  if (ctrlKey) {
    const found = neighbourOf(place, items, sign)
    return found ? { room: found.room, from: found.from, until: found.until } : place
  }
  return movedBy(place, sign * (scale === 'day' ? snap : daySeconds), field)
}

/**
 * Where a key leads from a place; null: the key is not ours. Arrows move by a quarter of an hour (on a week by a day) and from
 * room to room, Shift moves the end, Ctrl goes from booking to booking, Home and End to both ends of the day.
 */
export function keyed(place: Place, pressed: Pressed, scale: Scale, field: Field, items: readonly Placed[] = []): Place | null {
  if (pressed.altKey || pressed.metaKey) return null
  const midnight = startOf(dayOf(place.from))
  switch (pressed.key) {
    case 'ArrowRight': return sideways(place, 1, pressed, scale, field, items)
    case 'ArrowLeft': return sideways(place, -1, pressed, scale, field, items)
    case 'ArrowDown': return roomBy(place, 1, field)
    case 'ArrowUp': return roomBy(place, -1, field)
    case 'Home': return movedBy(place, midnight + field.hours.opens - place.from, field)
    case 'End': return movedBy(place, midnight + field.hours.closes - place.until, field)
    default: return null
  }
}

export type Grip = 'body' | 'start' | 'end'
/** A booking under the pointer: its body moves, its edges extend. `seconds` is how far the pointer went. */
export function dragged(held: Place, grip: Grip, seconds: number, field: Field): Place {
  const by = Math.round(seconds / snap) * snap
  if (grip === 'body') return movedBy(held, by, field)
  if (grip === 'end') return extendedBy(held, by, field)
  return { ...held, from: Math.max(first(field), Math.min(held.until - snap, held.from + by)) }
}

/** A place that is drawn with the pointer, from where it was pressed to where it is, whichever comes first. */
export function drawn(room: string, pressed: number, now: number): Place {
  const [from, until] = pressed <= now ? [pressed, now] : [now, pressed]
  return { room, from, until: Math.max(until, from + snap) }
}

/** On the same clock of another day. */
export function onDay(place: Place, day: string): Place {
  const length = place.until - place.from
  const from = startOf(day) + (place.from - startOf(dayOf(place.from)))
  return { ...place, from, until: from + length }
}

export const isSame = (a: Place, b: Place) => a.room === b.room && a.from === b.from && a.until === b.until
export const weekAfter = (day: string, weeks: number) => dayAfter(day, 7 * weeks)
