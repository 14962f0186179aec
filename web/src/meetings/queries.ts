// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { components, paths } from '@/shared/api.gen'
import { api, got, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { whole } from '@/shared/api/whole'
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
export const useBookings = (filter: () => BookingFilter) =>
  useQuery({ queryKey: computed(() => ['meetings', 'bookings', filter()]), queryFn: () => whole<Booking>((cursor) => got(api.GET('/api/v1/meetings/bookings', { params: { query: { ...filter(), cursor, limit: 200 } } }))) })

const at = (booking: string) => ({ path: { booking } })
export const readBooking = (booking: string): Promise<Tagged<BookingFile>> => tagged(api.GET('/api/v1/meetings/bookings/{booking}', { params: at(booking) }))
export const useBooking = (booking: () => string, isWanted = () => true) =>
  useQuery({ queryKey: computed(() => ['meetings', 'booking', booking()]), queryFn: async () => (await readBooking(booking())).value, enabled: computed(isWanted) })

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
export const useFeeds = () => useQuery({ queryKey: ['meetings', 'feeds'], queryFn: () => got(api.GET('/api/v1/meetings/own-feeds', {})) })
export const makeFeed = (room: string | null) => got(api.POST('/api/v1/meetings/own-feeds', { body: { room } }))
export const revokeFeed = (key: string, feed: string) => got(api.POST('/api/v1/meetings/own-feeds/{feed}/revocation', { params: { path: { feed }, header: { 'Idempotency-Key': key } } }))
export const recordRoom = (key: string, body: Contract<'NewMeetingRoom'>) => got(api.POST('/api/v1/meetings/rooms', { params: { header: { 'Idempotency-Key': key } }, body }))

/** A booking in the state that was looked at: every change names it, and is refused when there is another meanwhile. */
export type Seen = Pick<Booking, 'number' | 'version'>
type Said<Name extends keyof components['schemas']> = Omit<Contract<Name>, 'version'>
const once = (key: string, { number }: Seen) => ({ ...at(number), header: { 'Idempotency-Key': key } })
export const decideBooking = (key: string, seen: Seen, said: Said<'BookingDecision'>) =>
  got(api.POST('/api/v1/meetings/bookings/{booking}/decision', { params: once(key, seen), body: { version: seen.version, ...said } }))
export const moveBooking = (key: string, seen: Seen, said: Said<'BookingMove'>) =>
  got(api.POST('/api/v1/meetings/bookings/{booking}/moves', { params: once(key, seen), body: { version: seen.version, ...said } }))
export const cancelBooking = (key: string, seen: Seen, said: Said<'BookingCancel'>) =>
  got(api.POST('/api/v1/meetings/bookings/{booking}/cancel', { params: once(key, seen), body: { version: seen.version, ...said } }))
export const missBooking = (key: string, seen: Seen, said: Said<'BookingMiss'>) =>
  got(api.POST('/api/v1/meetings/bookings/{booking}/no-show', { params: once(key, seen), body: { version: seen.version, ...said } }))
export const changeBooking = (number: string, etag: string, body: Contract<'BookingChange'>): Promise<Tagged<BookingFile>> =>
  tagged(api.PUT('/api/v1/meetings/bookings/{booking}', { params: { ...at(number), header: { 'If-Match': etag } }, body }))

export const readRoom = (room: string): Promise<Tagged<Room>> => tagged(api.GET('/api/v1/meetings/rooms/{room}', { params: { path: { room } } }))
export const changeRoom = (room: string, etag: string, body: Contract<'MeetingRoomChange'>): Promise<Tagged<Room>> =>
  tagged(api.PUT('/api/v1/meetings/rooms/{room}', { params: { path: { room }, header: { 'If-Match': etag } }, body }))
