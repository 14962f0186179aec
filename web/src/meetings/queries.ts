// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { paths } from '@/shared/api.gen'
import { api, got, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { Booking, BookingFile, Question, Room } from './meetings'

export interface TimelineQuery {
  from: string
  days: number
  area?: string
  seats?: number
  equipment?: string
}
export const useTimeline = (query: () => TimelineQuery) =>
  useQuery({ queryKey: computed(() => ['meetings', 'timeline', query()]), queryFn: () => got(api.GET('/api/v1/meetings/timeline', { params: { query: query() } })), placeholderData: (before) => before })
export const useRooms = () => useQuery({ queryKey: ['meetings', 'rooms'], queryFn: () => got(api.GET('/api/v1/meetings/rooms', {})) })
export const useStatistics = (query: () => { from?: string; until?: string }) =>
  useQuery({ queryKey: computed(() => ['meetings', 'statistics', query()]), queryFn: () => got(api.GET('/api/v1/meetings/statistics', { params: { query: query() } })) })

type Query = NonNullable<paths['/api/v1/meetings/bookings']['get']['parameters']['query']>
export type BookingFilter = Omit<Query, 'cursor' | 'limit'>
const partOf = (query: Query) => got(api.GET('/api/v1/meetings/bookings', { params: { query } }))
/** Everything that a filter finds: a year has some two thousand, and they are sorted, printed and exported as a whole. */
export function useBookings(filter: () => BookingFilter) {
  return useQuery({
    queryKey: computed(() => ['meetings', 'bookings', filter()]),
    queryFn: async () => {
      const items: Booking[] = []
      for (let cursor: string | null | undefined; cursor !== null;) {
        const part = await partOf({ ...filter(), cursor, limit: 200 })
        items.push(...part.items)
        cursor = part.next
      }
      return items
    },
  })
}

const at = (booking: string) => ({ path: { booking } })
export const readBooking = (booking: string): Promise<Tagged<BookingFile>> => tagged(api.GET('/api/v1/meetings/bookings/{booking}', { params: at(booking) }))
export const useBooking = (booking: () => string) => useQuery({ queryKey: computed(() => ['meetings', 'booking', booking()]), queryFn: async () => (await readBooking(booking())).value })

/** What a question would collide with; null asks nothing. */
export function usePreview(question: () => Question | null) {
  return useQuery({
    queryKey: computed(() => ['meetings', 'clashes', question()]),
    queryFn: () => got(api.POST('/api/v1/meetings/clashes', { body: question() as Question })),
    enabled: computed(() => question() !== null),
    retry: false,
    placeholderData: (before) => before,
  })
}

export const bookMeeting = (key: string, body: Contract<'NewBooking'>) => got(api.POST('/api/v1/meetings/bookings', { params: { header: { 'Idempotency-Key': key } }, body }))
export const recordRoom = (key: string, body: Contract<'NewMeetingRoom'>) => got(api.POST('/api/v1/meetings/rooms', { params: { header: { 'Idempotency-Key': key } }, body }))

/** A booking in the state that was looked at: every change names it, and is refused when there is another meanwhile. */
export type Seen = Pick<Booking, 'number' | 'version'>
const seen = ({ number, version }: Seen) => ({ ...at(number), header: { 'If-Match': `"${version}"` } })
export const decideBooking = (_: string, booking: Seen, body: Contract<'BookingDecision'>) => got(api.POST('/api/v1/meetings/bookings/{booking}/decision', { params: seen(booking), body }))
export const moveBooking = (_: string, booking: Seen, body: Contract<'BookingMove'>) => got(api.PUT('/api/v1/meetings/bookings/{booking}/time', { params: seen(booking), body }))
export const cancelBooking = (_: string, booking: Seen, body: Contract<'BookingCancel'>) => got(api.POST('/api/v1/meetings/bookings/{booking}/cancel', { params: seen(booking), body }))
export const missBooking = (_: string, booking: Seen, body: Contract<'BookingMiss'>) => got(api.POST('/api/v1/meetings/bookings/{booking}/no-show', { params: seen(booking), body }))
export const changeBooking = (number: string, etag: string, body: Contract<'BookingChange'>): Promise<Tagged<BookingFile>> =>
  tagged(api.PUT('/api/v1/meetings/bookings/{booking}', { params: { ...at(number), header: { 'If-Match': etag } }, body }))

export const readRoom = (room: string): Promise<Tagged<Room>> => tagged(api.GET('/api/v1/meetings/rooms/{room}', { params: { path: { room } } }))
export const changeRoom = (room: string, etag: string, body: Contract<'MeetingRoomChange'>): Promise<Tagged<Room>> =>
  tagged(api.PUT('/api/v1/meetings/rooms/{room}', { params: { path: { room }, header: { 'If-Match': etag } }, body }))
