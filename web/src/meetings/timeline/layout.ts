// SPDX-License-Identifier: Apache-2.0
// Where bookings stand on the timeline. Pure: a few hundred of them are laid out again whenever one of them moves.
import { daySeconds, dayOf, overlap, startOf, type Span } from '@/meetings/time'

export interface Placed extends Span {
  id: string
  room: string
}

/** Which hours of a day are shown, in seconds after midnight. */
export interface Hours {
  opens: number
  closes: number
}
export const usualHours: Hours = { opens: 8 * 3_600, closes: 18 * 3_600 }
export const snap = 900

export const nearest = (second: number, step = snap) => Math.round(second / step) * step

/** The usual hours of a day, wider where something lies outside of them, in whole hours. */
export function hoursOf(day: string, spans: readonly Span[], usual = usualHours): Hours {
  const midnight = startOf(day)
  const here = spans.filter((span) => overlap(span, { from: midnight, until: midnight + daySeconds }))
  const first = Math.min(usual.opens, ...here.map(({ from }) => Math.max(0, from - midnight)))
  const last = Math.max(usual.closes, ...here.map(({ until }) => Math.min(daySeconds, until - midnight)))
  return { opens: Math.floor(first / 3_600) * 3_600, closes: Math.ceil(last / 3_600) * 3_600 }
}

/** Where a second stands between both ends of the hours that are shown: 0 to 1. */
export function shareOf(second: number, day: string, { opens, closes }: Hours): number {
  return Math.max(0, Math.min(1, (second - startOf(day) - opens) / (closes - opens)))
}
/** The second under a point, on the grid of quarters of an hour. */
export function secondAt(share: number, day: string, { opens, closes }: Hours): number {
  return nearest(startOf(day) + opens + Math.max(0, Math.min(1, share)) * (closes - opens))
}

export interface Laned<T> {
  item: T
  lane: number
}
/**
 * Lanes for what overlaps: each goes into the first lane that is free again. Spans that only touch share one; equal ones stand
 * in the order in which they came.
 */
export function lanesOf<T extends Span>(items: readonly T[]): { laned: Laned<T>[]; lanes: number } {
  const ends: number[] = []
  const laned = [...items].sort((a, b) => a.from - b.from || b.until - a.until).map((item) => {
    const free = ends.findIndex((end) => end <= item.from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = item.until
    return { item, lane }
  })
  return { laned, lanes: Math.max(1, ends.length) }
}

export interface Block<T> extends Laned<T> {
  left: number
  width: number
}
export interface Row<T> {
  room: string
  lanes: number
  blocks: Block<T>[]
}

function byRoom<T extends Placed>(items: readonly T[]): Map<string, T[]> {
  const rooms = new Map<string, T[]>()
  for (const item of items) {
    const list = rooms.get(item.room)
    if (list) list.push(item)
    else rooms.set(item.room, [item])
  }
  return rooms
}

/** The rooms of one day: what stands where, in shares of the width. Rooms without bookings have a row too. */
export function dayRows<T extends Placed>(rooms: readonly string[], items: readonly T[], day: string, hours: Hours): Row<T>[] {
  const shown = { from: startOf(day) + hours.opens, until: startOf(day) + hours.closes }
  const there = byRoom(items.filter((item) => overlap(item, shown)))
  return rooms.map((room) => {
    const { laned, lanes } = lanesOf(there.get(room) ?? [])
    const blocks = laned.map(({ item, lane }) => {
      const left = shareOf(item.from, day, hours)
      return { item, lane, left, width: shareOf(item.until, day, hours) - left }
    })
    return { room, lanes, blocks }
  })
}

export interface Cell<T> {
  day: string
  items: T[]
}
/** The rooms of several days: in each cell what lies on that day, in order; what goes over midnight stands on both days. */
export function weekRows<T extends Placed>(rooms: readonly string[], items: readonly T[], days: readonly string[]): { room: string; cells: Cell<T>[] }[] {
  const there = byRoom(items)
  return rooms.map((room) => {
    const cells = days.map((day): Cell<T> => ({ day, items: [] }))
    const places = new Map(cells.map((cell) => [cell.day, cell]))
    for (const item of [...(there.get(room) ?? [])].sort((a, b) => a.from - b.from || a.until - b.until)) {
      for (let at = startOf(dayOf(item.from)); at < item.until; at += daySeconds) places.get(dayOf(at))?.items.push(item)
    }
    return { room, cells }
  })
}

/** Those that overlap another of the same room: what is pending may, and it is shown. */
export function clashing(items: readonly Placed[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const row of byRoom(items).values()) {
    let last: Placed | null = null
    for (const item of [...row].sort((a, b) => a.from - b.from)) {
      if (last && overlap(last, item)) found.add(last.id).add(item.id)
      if (!last || item.until > last.until) last = item
    }
  }
  return found
}

export type Stretch<T> = Span & { items: T[] }
/** One room's day from its opening to its closing: what is booked, overlapping ones together, and what is free between. */
export function stretchesOf<T extends Placed>(items: readonly T[], room: string, day: string, { opens, closes }: Hours): Stretch<T>[] {
  const [start, end] = [startOf(day) + opens, startOf(day) + closes]
  const stretches: Stretch<T>[] = []
  let free = start
  for (const item of items.filter((one) => one.room === room && overlap(one, { from: start, until: end })).sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1)
    if (last && last.items.length > 0 && overlap(last, item)) {
      last.items.push(item)
      last.until = Math.max(last.until, item.until)
    } else {
      if (item.from > free) stretches.push({ from: free, until: item.from, items: [] })
      stretches.push({ from: item.from, until: item.until, items: [item] })
    }
    free = Math.max(free, item.until)
  }
  if (free < end) stretches.push({ from: free, until: end, items: [] })
  return stretches
}
