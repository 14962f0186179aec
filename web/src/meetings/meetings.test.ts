// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { possibleActs } from './acts'
import { groupsOf } from './approvals'
import { bookingOf, emptyMeeting, findingsOf, questionOf, wordsIn, type TypedBooking } from './booking'
import { instantOf, secondsOf, shownOf, whenText, type Block, type Booking, type BookingState } from './meetings'
import { lastDayOf, placeIn, typedPlace, withLastDay } from './place'
import { emptyRoom, findingsOfRoom, roomOf } from './room'
import { dayLines, findingOf, impossibleDays, isPossible, type Instance } from './series'
import { listOf } from './statistics'
import { lastDayOfMonth } from './time'

const place = { room: 'A', day: '2026-03-02', from: '09:00', until: '10:00', nights: 0 }
const meeting = { ...emptyMeeting(), title: '示例会议', kind: '工作会议', host: '示例科', attendees: '12' }
const typed = (more: Partial<TypedBooking> = {}): TypedBooking => ({ place, meeting, isConfidential: false, series: { every: '', last_day: '', leave_out: [] }, wait: false, ...more })
const wrong = (booking: TypedBooking, impossible = 0) => Object.entries(findingsOf(booking, impossible)).filter(([, message]) => message).map(([pointer]) => pointer)

describe('instants', () => {
  it('are those of the server, of Beijing on the screen', () => {
    expect(instantOf(secondsOf('2026-03-02T09:00:00+08:00'))).toBe('2026-03-02T01:00:00Z')
    expect(whenText({ from: '2026-03-02T01:00:00Z', until: '2026-03-02T16:00:00Z' })).toBe('2026-03-02 09:00–24:00')
    expect(whenText({ from: '2026-03-02T01:00:00Z', until: '2026-03-02T16:00:01Z' })).toBe('2026-03-02 09:00–2026-03-03 00:00')
  })
  it('go through a form and come back, also to the end of the day', () => {
    const long = { room: 'A', from: secondsOf('2026-03-02T12:00:00Z'), until: secondsOf('2026-03-02T16:00:00Z') }
    expect(placeIn(typedPlace(long))).toEqual(long)
    expect([placeIn({ ...place, until: '09:00' }), placeIn({ ...place, until: '08:59' }), placeIn({ ...place, room: '' }), placeIn({ ...place, from: '' })]).toEqual([null, null, null, null])
    expect(placeIn({ ...place, until: '09:01' })).not.toBeNull()
  })
  it.each([['2026-03-02T16:00:00Z', 0], ['2026-03-02T16:01:00Z', 1], ['2026-03-03T15:59:00Z', 1], ['2026-03-03T16:00:00Z', 2]])('over midnight: until %s is %i nights on', (until, nights) => {
    const over = { room: 'A', from: secondsOf('2026-03-02T14:00:00Z'), until: secondsOf(until) }
    expect(typedPlace(over).nights).toBe(nights)
    expect(placeIn(typedPlace(over))).toEqual(over)
  })
  it('end on a day that follows the first one, and never before it', () => {
    const night = withLastDay({ ...place, from: '22:00', until: '01:30' }, '2026-03-03')
    expect([night.nights, lastDayOf(night), lastDayOf({ ...night, day: '2026-03-31' })]).toEqual([1, '2026-03-03', '2026-04-01'])
    expect(bookingOf(typed({ place: night }))).toMatchObject({ from: '2026-03-02T14:00:00Z', until: '2026-03-02T17:30:00Z' })
    expect(placeIn(withLastDay(place, '2026-03-01'))).toBeNull()
    expect([withLastDay(night, '').nights, lastDayOf({ ...night, day: '' })]).toEqual([0, ''])
  })
})

describe('a booking', () => {
  it('is sent as it was typed', () => {
    expect(wrong(typed())).toEqual([])
    expect(bookingOf(typed({ meeting: { ...meeting, equipment: '投影、 话筒,投影', note: ' ' } }))).toMatchObject({ room: 'A', from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', attendees: 12, equipment: ['投影', '话筒'], note: null, series: null, wait: false })
    expect(wordsIn(' ，、')).toEqual([])
  })
  it.each([['0', true], ['1', false], ['999999', false], ['1000000', true], ['1.5', true], ['', true]])('with %s people is wrong: %s', (attendees, isWrong) => {
    expect(wrong(typed({ meeting: { ...meeting, attendees } })).includes('/attendees')).toBe(isWrong)
  })
  it('says everything that is missing at once', () => {
    expect(wrong(typed({ place: { room: '', day: '', from: '', until: '', nights: 0 }, meeting: emptyMeeting() })).sort()).toEqual(['/attendees', '/day', '/from', '/host', '/kind', '/room', '/title'])
    expect(wrong(typed({ place: { ...place, until: '09:00' } }))).toEqual(['/until'])
  })
  it('that cannot be held is not sent, unless it waits', () => {
    expect([wrong(typed(), 1), wrong(typed({ wait: true }), 1)]).toEqual([['/room'], []])
  })
  it('of a series has a last day, the first one at the earliest', () => {
    const series = (last_day: string) => typed({ series: { every: 'week', last_day, leave_out: [] } })
    expect([wrong(series('')), wrong(series('2026-03-01')), wrong(series('2026-03-02'))]).toEqual([['/series'], ['/series'], []])
    expect([questionOf(series('2026-03-01')), questionOf(series('2026-03-02'))?.series]).toEqual([null, { every: 'week', last_day: '2026-03-02', leave_out: [] }])
  })
})

describe('a series', () => {
  const instance = (day: string, more: Partial<Instance> = {}): Instance => ({ from: `${day}T01:00:00Z`, until: `${day}T02:00:00Z`, is_open: true, is_free: true, clashes: [], ...more })
  const clash = { number: 'B1', from: '', until: '', state: 'pending' as const, title: null, host: '' }

  it('shows of each day what stands against it; pending ones do not', () => {
    const each = [instance('2026-03-02'), instance('2026-03-09', { clashes: [clash] }), instance('2026-03-16', { is_free: false, clashes: [clash] }), instance('2026-03-23', { is_open: false })]
    expect(each.map(findingOf)).toEqual(['free', 'shared', 'taken', 'closed'])
    expect(each.map((one) => isPossible(one, false))).toEqual([true, true, false, false])
    expect(impossibleDays(each, false)).toEqual(['2026-03-16', '2026-03-23'])
    // Whoever approves may have a room at any hour, and nobody what is taken.
    expect([impossibleDays(each, true), isPossible(instance('2026-03-02', { is_open: false, is_free: false }), true)]).toEqual([['2026-03-16'], false])
  })
  it('keeps days that were left out in their places, so that they can be put back', () => {
    const lines = dayLines([instance('2026-03-02'), instance('2026-03-16')], ['2026-03-09', '2026-03-16'])
    expect(lines.map(({ day, instance: one }) => [day, one !== null])).toEqual([['2026-03-02', true], ['2026-03-09', false], ['2026-03-16', true]])
  })
})

describe('approvals', () => {
  const booking = (number: string, from: string, until: string, room = 'A') => ({ number, room, room_name: room, from: `2026-03-02T${from}:00Z`, until: `2026-03-02T${until}:00Z` }) as Booking
  const groups = (...list: Booking[]) => groupsOf(list).map(({ bookings }) => bookings.map(({ number }) => number))

  it('stand side by side when they overlap in one room, also in a chain', () => {
    expect(groups(booking('3', '03:00', '04:00'), booking('1', '01:00', '02:30'), booking('2', '02:00', '03:01'))).toEqual([['1', '2', '3']])
    expect(groups(booking('1', '01:00', '05:00'), booking('2', '02:00', '03:00'), booking('3', '04:00', '06:00'))).toEqual([['1', '2', '3']])
    expect(groups(booking('1', '01:00', '02:00'), booking('2', '02:00', '03:00'))).toEqual([['1'], ['2']])
    expect(groups(booking('1', '01:00', '03:00'), booking('2', '02:00', '03:00', 'B'), booking('3', '02:30', '04:00'))).toEqual([['1', '3'], ['2']])
  })
})

it('the timeline has what holds a room, and no title that one may not see', () => {
  const block = (number: string, state: BookingState, more: Partial<Block> = {}): Block => ({ number, room: 'A', from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', state, title: 'x', host: 'h', is_confidential: false, is_own: false, is_clashing: false, may_move: false, ...more })
  const shown = shownOf([block('1', 'approved'), block('2', 'pending', { title: null, is_confidential: true }), block('3', 'refused'), block('4', 'cancelled'), block('5', 'waiting'), block('6', 'held', { room: null }), block('7', 'no_show')])
  expect(shown.map(({ id }) => id)).toEqual(['1', '2', '7'])
  expect(shown[1]?.title).toBe('保密会议')
})

it('what can be done follows the state; nobody missed what has not begun', () => {
  const at = secondsOf('2026-03-02T01:00:00Z')
  const acts = (state: BookingState, now: number, may_move = true) => possibleActs({ state, may_move, from: '2026-03-02T01:00:00Z', room: 'A' }, () => true, now)
  expect([acts('approved', at - 1), acts('approved', at), acts('pending', at), acts('refused', at), acts('held', at, false)]).toEqual([['move', 'change', 'cancel'], ['move', 'change', 'cancel', 'miss'], ['move', 'change', 'cancel'], [], ['miss']])
  expect(possibleActs({ state: 'approved', may_move: false, from: '2026-03-02T01:00:00Z', room: 'A' }, () => false, at)).toEqual([])
})

describe('a room', () => {
  const room = { ...emptyRoom(), code: 'A', name: '一号', seats: '40' }
  const wrongOf = (more: object) => Object.entries(findingsOfRoom({ ...room, ...more })).filter(([, message]) => message).map(([pointer]) => pointer)
  it('has seats, days and hours', () => {
    expect([wrongOf({}), wrongOf({ seats: '0' }), wrongOf({ weekdays: [] }), wrongOf({ opens: '18:00' }), wrongOf({ opens: '17:59' })]).toEqual([[], ['/seats'], ['/opening/weekdays'], ['/opening/until'], []])
    expect([wrongOf({ closed_days: '2026-02-29' }), wrongOf({ closed_days: '2028-02-29、2026-10-01' })]).toEqual([['/opening/closed_days'], []])
    expect(roomOf({ ...room, weekdays: [5, 1], closed_days: '2026-10-02，2026-10-01' }).opening).toEqual({ weekdays: [1, 5], from: '08:00', until: '18:00', closed_days: ['2026-10-01', '2026-10-02'] })
  })
})

describe('statistics', () => {
  const range = { from: '2026-01-15', until: '2026-03-10' }
  it('open the list of exactly what they counted: a month ends with the range', () => {
    expect(listOf('month', '2026-01', range)).toEqual({ from: '2026-01-15', until: '2026-01-31', measure: 'held' })
    expect(listOf('month', '2026-02', range)).toEqual({ from: '2026-02-01', until: '2026-02-28', measure: 'held' })
    expect(listOf('month', '2026-03', range)).toEqual({ from: '2026-03-01', until: '2026-03-10', measure: 'held' })
    expect(listOf('kind', '培训', range)).toEqual({ ...range, measure: 'held', kind: '培训' })
    expect([lastDayOfMonth('2024-02'), lastDayOfMonth('2026-02'), lastDayOfMonth('2026-12')]).toEqual(['2024-02-29', '2026-02-28', '2026-12-31'])
  })
})
