// SPDX-License-Identifier: Apache-2.0
import { secondsOf, type Booking } from './meetings'

export type BookingAct = 'move' | 'change' | 'cancel' | 'miss'
const open = ['pending', 'waiting', 'approved']

/** What a page offers; the server decides by itself. Nobody can have missed a meeting that has not begun. */
export function possibleActs(booking: Pick<Booking, 'state' | 'may_move' | 'from' | 'room'>, may: (permission: string) => boolean, now: number): BookingAct[] {
  const isOpen = open.includes(booking.state)
  const isBegun = secondsOf(booking.from) <= now
  return [
    ...(isOpen && booking.may_move && booking.room !== null ? (['move', 'change', 'cancel'] as const) : []),
    ...(['approved', 'held'].includes(booking.state) && isBegun && may('meetings.approve') ? (['miss'] as const) : []),
  ]
}
