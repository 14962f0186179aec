// SPDX-License-Identifier: Apache-2.0
// A booking as it is typed, and what is sent of it.
import type { Contract } from '@/shared/api/contract'
import { instantOf, type Booking, type Question } from './meetings'
import { placeIn, type TypedPlace } from './place'
import { t } from './words'
import { t as say } from './wordsOfBooking'

export interface TypedMeeting {
  title: string
  kind: string
  host: string
  attendees: string
  layout: string
  equipment: string
  note: string
}
export type Every = Contract<'BookingSeries'>['every']
export const everies: readonly Every[] = ['day', 'week', 'month']
export interface TypedSeries {
  every: Every | ''
  last_day: string
  leave_out: string[]
}
export interface TypedBooking {
  place: TypedPlace
  meeting: TypedMeeting
  isConfidential: boolean
  series: TypedSeries
  wait: boolean
}

export const emptyMeeting = (): TypedMeeting => ({ title: '', kind: '', host: '', attendees: '', layout: '', equipment: '', note: '' })
export const typedMeeting = (booking: Booking): TypedMeeting => ({
  title: booking.title ?? '', kind: booking.kind, host: booking.host, attendees: String(booking.attendees), layout: booking.layout ?? '', equipment: booking.equipment.join(t('separator')), note: booking.note ?? '',
})

const orNull = (typed: string) => typed.trim() || null
/** Words that were typed with any of the marks that people put between them. */
export const wordsIn = (typed: string) => [...new Set(typed.split(/[、，,;；\n]+/).map((one) => one.trim()).filter((one) => one !== ''))]
const attendeesIn = (typed: string) => (/^\s*[1-9]\d{0,5}\s*$/.test(typed) ? Number(typed) : null)

export function meetingOf(typed: TypedMeeting): Contract<'BookingChange'> {
  return {
    title: typed.title.trim(), kind: typed.kind.trim(), host: typed.host.trim(), attendees: attendeesIn(typed.attendees) ?? 0,
    layout: orNull(typed.layout), equipment: wordsIn(typed.equipment), note: orNull(typed.note),
  }
}
export function findingsOfMeeting(typed: TypedMeeting): Record<string, string | false> {
  const missing = (field: 'title' | 'kind' | 'host', label: string) => typed[field].trim() === '' && t('missing', { field: label })
  return {
    '/title': missing('title', t('title')),
    '/kind': missing('kind', t('type')),
    '/host': missing('host', t('host')),
    '/attendees': attendeesIn(typed.attendees) === null && say('attendees_wrong'),
  }
}

const seriesOf = ({ every, last_day, leave_out }: TypedSeries): Contract<'BookingSeries'> | null => (every === '' ? null : { every, last_day, leave_out })
const isSeriesWhole = ({ place, series }: TypedBooking) => series.every === '' || (series.last_day !== '' && series.last_day >= place.day)

/** What is asked of the server before it is sent; null while something that it needs is missing. */
export function questionOf(typed: TypedBooking): Question | null {
  const place = placeIn(typed.place)
  if (!place || !isSeriesWhole(typed)) return null
  return {
    room: place.room, from: instantOf(place.from), until: instantOf(place.until), attendees: attendeesIn(typed.meeting.attendees), equipment: wordsIn(typed.meeting.equipment), series: seriesOf(typed.series),
  }
}
export function bookingOf(typed: TypedBooking): Contract<'NewBooking'> | null {
  const place = placeIn(typed.place)
  if (!place) return null
  return {
    ...meetingOf(typed.meeting), room: place.room, from: instantOf(place.from), until: instantOf(place.until), is_confidential: typed.isConfidential, wait: typed.wait, series: seriesOf(typed.series),
  }
}
export function findingsOf(typed: TypedBooking, impossible: number): Record<string, string | false> {
  const { place } = typed
  return {
    '/room': place.room === '' ? t('missing', { field: t('room') }) : impossible > 0 && !typed.wait && say('must_change', { count: impossible }),
    '/day': place.day === '' && t('missing', { field: t('day') }),
    '/until': place.day !== '' && place.from !== '' && placeIn({ ...place, room: 'x' }) === null && say('time_wrong'),
    '/from': place.from === '' && t('missing', { field: t('from') }),
    '/series': !isSeriesWhole(typed) && say('last_day_wrong'),
    ...findingsOfMeeting(typed.meeting),
  }
}
