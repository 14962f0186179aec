// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { clockOf, dayAfter, dayOf, daysFrom, mondayOf, overlap, secondOf, spanText, startOf, weekdayOf } from '@/meetings/time'
import { dayRows, hoursOf, lanesOf, secondAt, shareOf, usualHours, weekRows, type Placed } from './layout'
import { dragged, drawn, extendedBy, firstPlace, keyed, movedBy, neighbourOf, onDay, roomBy, standingAt, type Field, type Place } from './moves'

const day = '2026-03-02'
const at = (clock: string, on = day) => secondOf(on, clock) ?? Number.NaN
const booked = (id: string, from: string, until: string, room = 'A', on = day): Placed => ({ id, room, from: at(from, on), until: at(until, on) })

describe('times', () => {
  it('are those of Beijing, whatever the machine keeps', () => {
    expect(startOf('2026-03-02')).toBe(Date.parse('2026-03-01T16:00:00Z') / 1000)
    expect([dayOf(at('00:00')), dayOf(at('00:00') - 1), clockOf(at('23:59'))]).toEqual([day, '2026-03-01', '23:59'])
  })

  it.each([['09:30', true], ['23:59', true], ['24:00', true], ['24:01', false], ['09:60', false], ['9:30', false], ['', false]])('reads %s: %s', (clock, isOne) => {
    expect(secondOf(day, clock) !== null).toBe(isOne)
  })

  it('know days over the ends of months and leap years', () => {
    expect([dayAfter('2024-02-28', 1), dayAfter('2026-02-28', 1), dayAfter('2026-01-01', -1)]).toEqual(['2024-02-29', '2026-03-01', '2025-12-31'])
    expect([mondayOf('2026-03-08'), mondayOf('2026-03-02'), weekdayOf('2026-03-08'), daysFrom('2026-03-30', 3)]).toEqual(['2026-03-02', '2026-03-02', 7, ['2026-03-30', '2026-03-31', '2026-04-01']])
  })

  it('are written with days where they go over midnight, and end with their day', () => {
    expect(spanText(booked('a', '09:00', '10:30'))).toBe('09:00–10:30')
    expect(spanText(booked('a', '20:00', '24:00'))).toBe('20:00–24:00')
    expect(spanText({ from: at('22:00'), until: at('01:00', '2026-03-03') })).toBe('2026-03-02 22:00–2026-03-03 01:00')
  })

  it('touch without overlapping', () => {
    expect(overlap(booked('a', '09:00', '10:00'), booked('b', '10:00', '11:00'))).toBe(false)
    expect(overlap(booked('a', '09:00', '10:00'), { from: at('10:00') - 1, until: at('11:00') })).toBe(true)
  })
})

describe('lanes', () => {
  const lanes = (...items: Placed[]) => lanesOf(items).laned.map(({ item, lane }) => `${item.id}${lane}`)

  it('are as few as overlap at once, and touching ones share one', () => {
    expect(lanes(booked('a', '09:00', '10:00'), booked('b', '10:00', '11:00'))).toEqual(['a0', 'b0'])
    expect(lanes(booked('a', '09:00', '10:00'), booked('b', '09:59', '11:00'))).toEqual(['a0', 'b1'])
    expect(lanesOf([booked('a', '09:00', '12:00'), booked('b', '09:30', '10:00'), booked('c', '10:00', '11:00')]).lanes).toBe(2)
    expect(lanesOf([])).toEqual({ laned: [], lanes: 1 })
  })

  it('never hold two that overlap, in any order', () => {
    const items = Array.from({ length: 200 }, (_, index) => {
      const from = at('08:00') + ((index * 7919) % 40) * 900
      return { id: String(index), room: 'A', from, until: from + 900 * (1 + ((index * 104729) % 8)) }
    })
    const { laned, lanes: count } = lanesOf(items)
    for (const [index, { item, lane }] of laned.entries()) expect(laned.slice(index + 1).filter((other) => other.lane === lane && overlap(other.item, item))).toEqual([])
    const most = Math.max(...items.map(({ from }) => items.filter((one) => one.from <= from && from < one.until).length))
    expect(count).toBe(most)
  })
})

describe('a day', () => {
  it('has the usual hours, and wider ones where something lies outside', () => {
    expect(hoursOf(day, [])).toEqual(usualHours)
    expect(hoursOf(day, [booked('a', '07:59', '09:00'), booked('b', '18:00', '18:01')])).toEqual({ opens: 7 * 3_600, closes: 19 * 3_600 })
    expect(hoursOf(day, [booked('a', '03:00', '04:00', 'A', '2026-03-03')])).toEqual(usualHours)
    expect(hoursOf(day, [{ from: at('20:00', '2026-03-01'), until: at('02:00', '2026-03-03') }])).toEqual({ opens: 0, closes: 86_400 })
  })

  it('gives places from times and times from places', () => {
    expect([shareOf(at('08:00'), day, usualHours), shareOf(at('13:00'), day, usualHours), shareOf(at('23:00'), day, usualHours)]).toEqual([0, 0.5, 1])
    expect(clockOf(secondAt(0.5, day, usualHours))).toBe('13:00')
    expect(clockOf(secondAt(0.512, day, usualHours))).toBe('13:00')
    expect(clockOf(secondAt(0.513, day, usualHours))).toBe('13:15')
    expect(clockOf(secondAt(-3, day, usualHours))).toBe('08:00')
  })

  it('has a row for every room and only what is shown', () => {
    const rows = dayRows(['A', 'B'], [booked('a', '09:00', '11:00'), booked('b', '10:00', '12:00'), booked('c', '09:00', '10:00', 'C'), booked('d', '18:00', '19:00')], day, usualHours)
    expect(rows.map(({ room, lanes, blocks }) => [room, lanes, blocks.map(({ item }) => item.id)])).toEqual([['A', 2, ['a', 'b']], ['B', 1, []]])
    expect(rows[0]?.blocks[0]).toMatchObject({ left: 0.1, width: expect.closeTo(0.2) as number })
  })
})

it('a week has in each cell what lies on its day, and what goes over midnight on both', () => {
  const [row] = weekRows(['A'], [booked('late', '14:00', '15:00'), booked('early', '09:00', '10:00'), { id: 'night', room: 'A', from: at('22:00'), until: at('01:00', '2026-03-03') }, { id: 'whole', room: 'A', from: at('00:00', '2026-03-04'), until: at('24:00', '2026-03-04') }], daysFrom(day, 7))
  expect(row?.cells.map(({ items }) => items.map(({ id }) => id))).toEqual([['early', 'late', 'night'], ['night'], ['whole'], [], [], [], []])
})

describe('moving', () => {
  const field: Field = { rooms: ['A', 'B', 'C'], days: [day], hours: usualHours }
  const week: Field = { ...field, days: daysFrom(day, 7) }
  const place: Place = { room: 'B', from: at('09:00'), until: at('10:00') }
  const clocks = (now: Place | null) => now && `${now.room} ${spanText(now)}`
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

  it('stops at the edges and keeps its length', () => {
    expect(clocks(movedBy(place, 900, field))).toBe('B 09:15–10:15')
    expect(clocks(movedBy(place, -7_200, field))).toBe('B 08:00–09:00')
    expect(clocks(movedBy(place, 86_400, field))).toBe('B 17:00–18:00')
    expect(clocks(extendedBy(place, -7_200, field))).toBe('B 09:00–09:15')
    expect(clocks(extendedBy(place, 86_400, field))).toBe('B 09:00–18:00')
    expect([roomBy(place, 1, field).room, roomBy(place, 9, field).room, roomBy(place, -9, field).room]).toEqual(['C', 'C', 'A'])
  })

  it.each([
    ['ArrowRight', {}, 'day', 'B 09:15–10:15'], ['ArrowLeft', {}, 'day', 'B 08:45–09:45'], ['ArrowDown', {}, 'day', 'C 09:00–10:00'], ['ArrowUp', {}, 'day', 'A 09:00–10:00'],
    ['ArrowRight', { shiftKey: true }, 'day', 'B 09:00–10:15'], ['ArrowLeft', { shiftKey: true }, 'day', 'B 09:00–09:45'], ['Home', {}, 'day', 'B 08:00–09:00'], ['End', {}, 'day', 'B 17:00–18:00'],
    ['ArrowRight', { shiftKey: true }, 'week', 'B 09:00–10:15'], ['x', {}, 'day', null], ['ArrowLeft', { altKey: true }, 'day', null],
  ] as const)('%s %o on a %s', (key, more, scale, to) => {
    expect(clocks(keyed(place, press(key, more), scale, field))).toBe(to)
  })

  it('goes from day to day on a week and stays within it', () => {
    const next = keyed(place, press('ArrowRight'), 'week', week)
    expect(next && [dayOf(next.from), spanText(next)]).toEqual(['2026-03-03', '09:00–10:00'])
    const before = keyed(place, press('ArrowLeft'), 'week', week)
    expect(before && dayOf(before.from)).toBe(day)
  })

  it('finds what stands at a place and its neighbours', () => {
    const items = [booked('a', '08:00', '09:00', 'B'), booked('b', '09:30', '10:30', 'B'), booked('c', '11:00', '12:00', 'B'), booked('x', '09:00', '10:00', 'A')]
    expect(standingAt(place, items)?.id).toBe('b')
    expect(standingAt({ ...place, until: at('09:30') }, items)).toBeNull()
    expect([neighbourOf(place, items, 1)?.id, neighbourOf(place, items, -1)?.id, neighbourOf(items[2]!, items, 1)?.id]).toEqual(['b', 'a', undefined])
    expect(clocks(keyed(place, press('ArrowRight', { ctrlKey: true }), 'day', field, items))).toBe('B 09:30–10:30')
    expect(clocks(keyed({ ...place, room: 'C' }, press('ArrowRight', { ctrlKey: true }), 'day', field, items))).toBe('C 09:00–10:00')
  })

  it('of the pointer has three grips and quarters of an hour', () => {
    expect([dragged(place, 'body', 1_400, field), dragged(place, 'start', -2_000, field), dragged(place, 'end', 449, field), dragged(place, 'start', 9_999, field)].map(clocks))
      .toEqual(['B 09:30–10:30', 'B 08:30–10:00', 'B 09:00–10:00', 'B 09:45–10:00'])
    expect([drawn('A', at('10:00'), at('09:00')), drawn('A', at('10:00'), at('10:00'))].map(clocks)).toEqual(['A 09:00–10:00', 'A 10:00–10:15'])
    expect(onDay(place, '2026-03-05')).toEqual({ room: 'B', from: at('09:00', '2026-03-05'), until: at('10:00', '2026-03-05') })
  })

  it('begins at nine, or when the day begins', () => {
    expect([firstPlace(field), firstPlace({ ...field, hours: { opens: 10 * 3_600, closes: 12 * 3_600 } })].map(clocks)).toEqual(['A 09:00–10:00', 'A 10:00–11:00'])
  })
})

// 1930 meetings a year are eight a day; this is seven in every room on every day. The bound is that of a frame at 20 Hz: what
// is drawn has the rest of the half second.
it('fifty rooms and a week of seven bookings a day each are laid out whole', () => {
  const rooms = Array.from({ length: 50 }, (_, index) => `R${index}`)
  const days = daysFrom(day, 7)
  const items = rooms.flatMap((room) => days.flatMap((on) => Array.from({ length: 7 }, (_, index) => ({ id: `${room}/${on}/${index}`, room, from: startOf(on) + 28_800 + index * 4_500, until: startOf(on) + 28_800 + index * 4_500 + 5_400 }))))
  const week = weekRows(rooms, items, days)
  const placed = days.flatMap((on) => dayRows(rooms, items, on, hoursOf(on, items)))
  expect([items.length, week.flatMap(({ cells }) => cells).flatMap((cell) => cell.items).length, placed.flatMap(({ blocks }) => blocks).length]).toEqual([2450, 2450, 2450])
  expect(new Set(placed.map(({ lanes }) => lanes))).toEqual(new Set([2]))
})
