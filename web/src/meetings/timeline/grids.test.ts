// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { mounted } from '@/shared/testing'
import { daysFrom, secondOf, spanText } from '@/meetings/time'
import DayGrid from './DayGrid.vue'
import { clashing, stretchesOf, usualHours } from './layout'
import type { Place } from './moves'
import RoomAgenda from './RoomAgenda.vue'
import { openOn, type Shown } from './shown'
import WeekGrid from './WeekGrid.vue'

const day = '2026-03-02'
const at = (clock: string, on = day) => secondOf(on, clock) ?? Number.NaN
const shown = (id: string, from: string, until: string, more: Partial<Shown> = {}): Shown => ({ id, room: 'A', from: at(from), until: at(until), title: id, state: 'approved', stateText: '已批准', isOwn: false, isMovable: false, ...more })
const opening = { weekdays: [1, 2, 3, 4, 5], from: '08:00', until: '17:30', closed_days: ['2026-03-04'] }
const rooms = [{ code: 'A', name: '一号', says: '', opening }, { code: 'B', name: '二号', says: '', opening }]
const items = [shown('mine', '09:00', '10:00', { isOwn: true, isMovable: true }), shown('theirs', '10:00', '11:00'), shown('asked', '10:30', '11:30', { state: 'pending', stateText: '待批' })]
const text = (place: Place) => `${place.room} ${spanText(place)}`
const day1 = () => mounted(DayGrid, { props: { rooms, items, day, mayBook: true } })

async function press(grid: Awaited<ReturnType<typeof day1>>, ...keys: string[]) {
  for (const each of keys) {
    const [key = '', ...held] = each.split('+').reverse()
    await grid.get('[data-grid]').trigger('keydown', { key: key === 'Space' ? ' ' : key, shiftKey: held.includes('Shift'), ctrlKey: held.includes('Ctrl') })
  }
}

it('only what overlaps in the same room clashes', () => {
  expect([...clashing(items)].sort()).toEqual(['asked', 'theirs'])
  expect(clashing([items[1]!, { ...items[2]!, room: 'B' }]).size).toBe(0)
  expect([...clashing([shown('long', '08:00', '18:00'), shown('a', '09:00', '10:00'), shown('b', '11:00', '12:00')])].sort()).toEqual(['a', 'b', 'long'])
})

it('a room’s day is what is booked and what is free between', () => {
  expect(stretchesOf(items, 'A', day, usualHours).map(({ from, until, items: there }) => [spanText({ from, until }), ...there.map(({ id }) => id)])).toEqual([
    ['08:00–09:00'], ['09:00–10:00', 'mine'], ['10:00–11:30', 'theirs', 'asked'], ['11:30–18:00'],
  ])
  expect(stretchesOf(items, 'B', day, usualHours)).toEqual([{ from: at('08:00'), until: at('18:00'), items: [] }])
})

describe('with the keyboard', () => {
  it('what is at the cursor opens, and a free place is booked', async () => {
    const grid = await day1()
    await press(grid, 'Enter')
    expect(grid.emitted('open')?.[0]).toEqual([items[0]])
    await press(grid, 'ArrowDown', 'Shift+ArrowRight', 'Enter')
    expect((grid.emitted('create')?.[0] as Place[]).map(text)).toEqual(['B 09:00–10:15'])
  })

  it('a booking is taken up, moved, extended and set down, and each step is said', async () => {
    const grid = await day1()
    await press(grid, 'Space', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight')
    const said = grid.get('[role=status]').text()
    expect(said).toContain('二号')
    expect(said).toContain('09:15–10:30')
    expect(grid.emitted('move')).toBeUndefined()
    await press(grid, 'Enter')
    const [item, place] = grid.emitted('move')?.[0] as [Shown, Place]
    expect([item.id, text(place)]).toEqual(['mine', 'B 09:15–10:30'])
  })

  it('a clash is said before it is set down, and Esc leaves it where it was', async () => {
    const grid = await day1()
    await press(grid, 'Space', 'ArrowRight')
    expect(grid.get('[role=status]').text()).toContain('theirs')
    expect(grid.find('.ghost.clashing').exists()).toBe(true)
    await press(grid, 'Escape')
    expect([grid.find('.ghost').exists(), grid.emitted('move')]).toEqual([false, undefined])
  })

  it('another’s booking is not taken up', async () => {
    const grid = await day1()
    await press(grid, 'Ctrl+ArrowRight', 'Space', 'ArrowDown', 'Enter')
    expect(grid.emitted('move')).toBeUndefined()
    expect((grid.emitted('create')?.[0] as Place[]).map(text)).toEqual(['B 10:00–11:00'])
  })

  it('goes from day to day on a week, at the same time', async () => {
    const grid = await mounted(WeekGrid, { props: { rooms, items, days: daysFrom(day, 7), today: day, mayBook: true } })
    await press(grid, 'Ctrl+ArrowRight', 'Ctrl+ArrowLeft', 'Space', 'ArrowRight', 'Enter')
    const [item, place] = grid.emitted('move')?.[0] as [Shown, Place]
    expect([item.id, place.from - item.from, place.room]).toEqual(['mine', 86_400, 'A'])
  })
})

it('a room is shut before it opens, after it closes, on other weekdays and on days that are named', async () => {
  expect([openOn(opening, day), openOn(opening, '2026-03-04'), openOn(opening, '2026-03-07'), openOn(opening, '2026-03-06')].map((hours) => hours?.closes ?? null)).toEqual([63_000, null, null, 63_000])
  const grid = await day1()
  expect(grid.findAll('[data-room=A] .shut').map((one) => one.text())).toEqual([expect.stringContaining('17:30–18:00')])
  const week = await mounted(WeekGrid, { props: { rooms, items, days: daysFrom(day, 7), today: day, mayBook: true } })
  expect(week.findAll('td.shut').filter((cell) => cell.attributes('data-room') === 'A').map((cell) => cell.attributes('data-cell'))).toEqual(['2026-03-04', '2026-03-07', '2026-03-08'])
})

it('what is pending has its word and what overlaps its own', async () => {
  const grid = await day1()
  expect(grid.get('[data-booking=asked]').text()).toContain('待批')
  expect(grid.findAll('.clash').map((mark) => mark.element.parentElement?.dataset.booking)).toEqual(['theirs', 'asked'])
  expect(grid.get('[data-booking=mine]').classes()).toEqual(expect.arrayContaining(['own', 'movable']))
})

it('a click on a booking of the week opens it alone; beside it, or in an empty cell, a new one begins', async () => {
  const week = await mounted(WeekGrid, { props: { rooms, items, days: daysFrom(day, 7), today: day, mayBook: true } })
  const created = () => (week.emitted('create') ?? []).map(([place]) => text(place as Place))
  await week.get('[data-booking=mine] span').trigger('click')
  expect([week.emitted('open')?.map(([item]) => (item as Shown).id), created()]).toEqual([['mine'], []])
  await week.get('[data-booking=mine]').element.parentElement?.click()
  await week.get(`[data-cell="${day}"][data-room=B]`).trigger('click')
  expect(created()).toEqual(['A 09:00–10:00', 'B 09:00–10:00'])
})

it.each([[true, ['A 13:00–14:00']], [false, []]])('a click where nothing is books an hour from there: %s', async (mayBook, places) => {
  const grid = await mounted(DayGrid, { props: { rooms, items: [], day, mayBook } })
  const line = grid.get<HTMLElement>('[data-room=A]')
  line.element.getBoundingClientRect = () => ({ left: 0, width: 1000 }) as DOMRect
  await line.trigger('click', { clientX: 503 })
  expect((grid.emitted('create') ?? []).map(([place]) => text(place as Place))).toEqual(places)
  if (!mayBook) await press(grid, 'Enter')
  expect(grid.emitted('create')?.length ?? 0).toBe(places.length)
})

it('a room’s agenda books an hour of what is free, or what is left of it', async () => {
  const agenda = await mounted(RoomAgenda, { props: { room: rooms[0], items: [shown('a', '08:30', '17:00')], day, mayBook: true } })
  for (const free of agenda.findAll('.free')) await free.trigger('click')
  expect((agenda.emitted('create') ?? []).map(([place]) => text(place as Place))).toEqual(['A 08:00–08:30', 'A 17:00–18:00'])
})
