// SPDX-License-Identifier: Apache-2.0
import { spanOf, type Booking } from './meetings'
import { overlap, type Span } from './time'

export interface Group {
  room: string
  roomName: string
  span: Span
  bookings: Booking[]
}
/** What asks for the same room at times that overlap stands side by side; the soonest first. */
export function groupsOf(bookings: readonly Booking[]): Group[] {
  const groups: Group[] = []
  const open = new Map<string, Group>()
  for (const booking of [...bookings].sort((a, b) => a.from.localeCompare(b.from) || a.number.localeCompare(b.number))) {
    const room = booking.room ?? ''
    const span = spanOf(booking)
    const last = open.get(room)
    if (last && overlap(last.span, span)) {
      last.bookings.push(booking)
      last.span = { from: last.span.from, until: Math.max(last.span.until, span.until) }
    } else {
      const group = { room, roomName: booking.room_name ?? room, span, bookings: [booking] }
      groups.push(group)
      open.set(room, group)
    }
  }
  return groups
}
