// SPDX-License-Identifier: Apache-2.0
import { dayOf, overlap, secondOf, spanText, startOf, weekdayOf } from '@/meetings/time'
import { t as say } from '@/meetings/wordsOfTimeline'
import type { Hours, Placed } from './layout'
import type { Place } from './moves'

/** A booking as the timeline shows it; of a confidential one the title is the word for it. */
export interface Shown extends Placed {
  title: string
  state: string
  stateText: string
  isOwn: boolean
  /** Whoever looks may move it. */
  isMovable: boolean
}
export interface Opening {
  weekdays: readonly number[]
  from: string
  until: string
  closed_days: readonly string[]
}
export interface ShownRoom {
  code: string
  name: string
  says: string
  opening: Opening
}

/** When a room is open on a day; null: not at all. */
export function openOn({ weekdays, from, until, closed_days }: Opening, day: string): Hours | null {
  const [opens, closes] = [secondOf(day, from), secondOf(day, until)]
  if (!weekdays.includes(weekdayOf(day)) || closed_days.includes(day) || opens === null || closes === null) return null
  return { opens: opens - startOf(day), closes: closes - startOf(day) }
}

/** What holds a place and overlaps it, apart from the booking that is moved. */
export const inTheWay = <T extends Placed>(place: Place, items: readonly T[], but = ''): T | null =>
  items.find((item) => item.id !== but && item.room === place.room && overlap(item, place)) ?? null

export const blockText = (item: Shown, room: string) =>
  [say('block', { room, day: dayOf(item.from), span: spanText(item), title: item.title, state: item.stateText }), ...(item.isOwn ? [say('own')] : [])].join('，')

export function placeText(place: Place, room: string, there: Shown | null): string {
  const at = { room, day: dayOf(place.from), span: spanText(place) }
  return there ? say('at_booked', { ...at, span: spanText(there), title: there.title, state: there.stateText }) : say('at_free', at)
}
export function heldText(held: Shown, place: Place, room: string, clash: Shown | null): string {
  const where = say('holding', { title: held.title, room, day: dayOf(place.from), span: spanText(place) })
  return `${where}${clash ? say('holding_clash', { title: clash.title, span: spanText(clash) }) : say('holding_free')}`
}
