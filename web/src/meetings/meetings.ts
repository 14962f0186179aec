// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { dayOf, spanText, type Span } from './time'
import type { Shown, ShownRoom } from './timeline/shown'
import { t } from './words'

export type Room = Contract<'MeetingRoom'>
export type Block = Contract<'BookingBlock'>
export type Booking = Contract<'Booking'>
export type BookingFile = Contract<'BookingFile'>
export type BookingState = Contract<'BookingState'>
export type Alternative = Contract<'BookingAlternative'>
export type Clash = Contract<'BookingClash'>
export type Preview = Contract<'BookingPreview'>
export type Question = Contract<'BookingQuestion'>
export type Size = Contract<'MeetingSize'>

export const states: readonly BookingState[] = ['pending', 'waiting', 'approved', 'held', 'refused', 'cancelled', 'no_show']
export const stateText = (state: BookingState) => t(`state_${state}`)
export const stateKinds: Record<BookingState, StatusKind> = { pending: 'waiting', waiting: 'waiting', approved: 'good', held: 'good', refused: 'bad', cancelled: 'neutral', no_show: 'attention' }
export const sizes: readonly Size[] = ['small', 'middle', 'large', 'great']
export const sizeText = (size: Size) => t(`size_${size}`)

export const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000)
/** 2026-03-02T01:00:00Z: as the server reads and writes instants. */
export const instantOf = (second: number) => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`
interface Instants {
  from: string
  until: string
}
export const spanOf = ({ from, until }: Instants): Span => ({ from: secondsOf(from), until: secondsOf(until) })
/** 2026-03-02 09:00–10:30 */
export const whenText = (instants: Instants) => {
  const span = spanOf(instants)
  const text = spanText(span)
  return text.startsWith(dayOf(span.from)) ? text : `${dayOf(span.from)} ${text}`
}

/** Of a confidential meeting whoever is not named for it sees that there is one, and not what it is called. */
export const titleOf = ({ title }: { title: string | null }) => title ?? t('confidential')
export const clashText = (clash: Clash) => t('clash_with', { when: whenText(clash), title: titleOf(clash), host: clash.host, state: stateText(clash.state) })
/** Other rooms come first, then other times: the rest is seen on the timeline. */
export const mostOffered = 8
export const alternativeText = (one: Alternative) => t('alternative', { room: one.name, seats: one.seats, when: whenText(one) })

/** Blocks on the timeline; what was held elsewhere has no row there, what was refused or cancelled holds nothing. */
export function shownOf(blocks: readonly Block[]): Shown[] {
  return blocks.flatMap(({ number, room, state, may_move, is_own, ...block }) =>
    room === null || state === 'refused' || state === 'cancelled' || state === 'waiting'
      ? []
      : [{ ...spanOf(block), id: number, room, title: titleOf(block), state, stateText: stateText(state), isOwn: is_own, isMovable: may_move }])
}
/** Rooms in use, and those out of use in which something still stands. */
export const shownRooms = (rooms: readonly Room[], items: readonly Shown[]): ShownRoom[] =>
  rooms.filter(({ code, is_active }) => is_active || items.some(({ room }) => room === code)).map(({ code, name, seats, opening }) => ({ code, name, opening, says: t('seats_count', { count: seats }) }))
export const valuesOf = (rooms: readonly Room[], of: (room: Room) => readonly string[]) => [...new Set(rooms.flatMap((room) => of(room)))].filter((one) => one !== '').sort((a, b) => a.localeCompare(b, 'zh-CN'))

export const bookingPage = (number: string) => `/meetings/bookings/${encodeURIComponent(number)}`
/** The list behind a number. */
export const listPage = (query: Record<string, string>) => ({ path: '/meetings/bookings', query })
