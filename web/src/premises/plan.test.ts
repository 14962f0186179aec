// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { mounted } from '@/shared/testing'
import FloorPlan from './FloorPlan.vue'
import { blocksOf, leastRoom, stateOf, sumsOf, type Floor, type Room } from './plan'

const room = (number: string, usable_m2: string, more: Partial<Room> = {}): Room => ({ number, floor: 2, name: null, use: 'office', usable_m2, unit: '示例单位', note: null, ...more })
const none: ReadonlySet<string> = new Set()
const floorOf = (rooms: Room[]): Floor => ({ floor: 2, rooms, usable_m2: '0.00', by_use: [] })

describe('the state of a room', () => {
  it.each([
    ['used', { unit: '示例单位', use: 'office' }], ['idle', { unit: null, use: 'office' }], ['idle', { unit: ' ', use: 'service' }], ['idle', { unit: null, use: 'technical' }],
    ['shared', { unit: null, use: 'equipment' }], ['shared', { unit: null, use: 'ancillary' }], ['used', { unit: '示例单位', use: 'equipment' }],
  ] as const)('is %s for %o', (state, one) => expect(stateOf({ number: '1', ...one }, none)).toBe(state))

  it('is over the standard in its own room alone', () => {
    const over = new Set(['2'])
    expect(['1', '2', '22'].map((number) => stateOf(room(number, '18.00'), over))).toEqual(['used', 'over', 'used'])
  })

  it('is summed over all floors, exactly', () => {
    const floors = [floorOf([room('1', '18.05'), room('2', '0.15', { unit: null })]), floorOf([room('3', '20.10')])]
    expect(sumsOf(floors, new Set(['3']))).toEqual([{ state: 'used', rooms: 1, usable_m2: '18.05' }, { state: 'over', rooms: 1, usable_m2: '20.10' }, { state: 'idle', rooms: 1, usable_m2: '0.15' }, { state: 'shared', rooms: 0, usable_m2: '0.00' }])
  })
})

describe('the blocks of a floor', () => {
  const rooms = ['210', '209', '201', '202', '203', '204', '205', '206'].map((number, index) => room(number, `${18 + index * 4}.00`))

  it.each([[320, rooms], [960, rooms], [960, rooms.slice(0, 1)], [320, [...rooms, room('299', '1.00')]]])('are as large as their rooms on %i pixels, on every floor', (width, on) => {
    const { blocks, height } = blocksOf(on, width)
    for (const { room: { usable_m2 }, width: share, height: high } of blocks) expect(((share / 100) * width * high) / Math.max(Number(usable_m2), leastRoom)).toBeCloseTo(280, 6)
    expect(Math.max(...blocks.map((one) => one.top + one.height))).toBeCloseTo(height, 6)
    for (const one of blocks) expect(one.left + one.width).toBeLessThanOrEqual(100 + 1e-9)
  })

  it('never lie over each other', () => {
    const { blocks } = blocksOf([...rooms, room('300', '900.00'), room('301', '12.00')], 320)
    const box = (one: (typeof blocks)[number]) => ({ right: one.left + one.width, bottom: one.top + one.height, ...one })
    for (const a of blocks.map(box)) for (const b of blocks.map(box)) if (a.room !== b.room) expect(a.right <= b.left + 1e-6 || b.right <= a.left + 1e-6 || a.bottom <= b.top + 1e-6 || b.bottom <= a.top + 1e-6).toBe(true)
  })

  it('stand in the order of their numbers, as people count', () => {
    expect(blocksOf([room('2010', '18.00'), room('209', '18.00'), room('21', '18.00')], 960).blocks.map((one) => one.room.number)).toEqual(['21', '209', '2010'])
  })

  it('are never lower than their text nor narrower than a finger, however small the floor is', () => {
    for (const on of [[room('1', '1.00')], [...rooms, room('299', '0.50')]]) for (const { height, width } of blocksOf(on, 960).blocks) {
      expect(height).toBeGreaterThanOrEqual(70 - 1e-9)
      expect((width / 100) * 960).toBeGreaterThanOrEqual(36 - 1e-9)
    }
    expect(blocksOf(rooms, 960, 1.25).blocks[0]?.height).toBeGreaterThanOrEqual(87.5 - 1e-9)
    expect(blocksOf([], 960)).toEqual({ blocks: [], height: 0 })
  })

  it.each([[1, '14.99', true], [1, '15.00', false], [1.25, '14.99', true], [1.25, '15.00', false]])('at a zoom of %f with %s m² have room for their number, state and area alone: %s', (zoom, area, isNarrow) => {
    expect(blocksOf([room('1', area)], 960, zoom).blocks[0]?.isNarrow).toBe(isNarrow)
  })
})

describe('the plan', () => {
  it('has one stop for Tab on a floor, moves by arrows and opens the room', async () => {
    const page = await mounted(FloorPlan, { props: { over: none, floors: [floorOf([room('201', '18.00'), room('202', '20.00', { unit: null }), room('203', '18.00')])] } })
    const buttons = page.findAll('.blocks button')
    expect(buttons.map((button) => button.attributes('tabindex'))).toEqual(['0', '-1', '-1'])
    await buttons[0]?.trigger('keydown', { key: 'ArrowRight' })
    expect(document.activeElement).toBe(buttons[1]?.element)
    await buttons[1]?.trigger('keydown', { key: 'End' })
    await buttons[2]?.trigger('keydown', { key: 'ArrowRight' })
    expect(buttons.map((button) => button.attributes('tabindex'))).toEqual(['-1', '-1', '0'])
    await buttons[1]?.trigger('click')
    expect(document.querySelector('[role=dialog] dl')?.textContent).toContain('202')
    expect(buttons[1]?.classes()).toContain('idle')
  })
})
