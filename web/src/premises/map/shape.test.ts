// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Place } from './plane'
import { extentOfAll, isInside, isMarked, markedBelow, middleOf, shapeAt, sizeOf, type MapShape } from './shape'

const box = (west: number, south: number, width: number, height: number): Place[] => [[west, south], [west + width, south], [west + width, south + height], [west, south + height]]
const shape = (id: string, kind: MapShape['kind'], ...rings: Place[][]): MapShape => ({ id, kind, label: id, polygons: [rings], look: 'registered' })

const land = shape('land', 'parcel', box(0, 0, 400, 300))
const house = shape('house', 'building', box(100, 100, 40, 20), box(110, 105, 10, 10))
const hut = shape('hut', 'building', box(300, 200, 4, 4))
const all = [land, house, hut]

describe('what a shape covers', () => {
  it('is inside its outline and outside its holes', () => {
    expect(isInside(house, [105, 110])).toBe(true)
    expect(isInside(house, [115, 110])).toBe(false)
    expect(isInside(house, [99.999, 110])).toBe(false)
  })

  it('may be of several parts, each with a mark in the first', () => {
    const divided: MapShape = { ...hut, polygons: [[box(0, 0, 10, 10)], [box(90, 0, 10, 10)]] }
    expect([isInside(divided, [5, 5]), isInside(divided, [50, 5]), isInside(divided, [95, 5])]).toEqual([true, false, true])
    expect([middleOf(divided), sizeOf(divided)]).toEqual([[5, 5], 100])
  })

  it('has a middle, a size and an extent', () => {
    expect([middleOf(house), sizeOf(house)]).toEqual([[120, 110], 40])
    expect(extentOfAll(all)).toEqual([0, 0, 400, 300])
    expect(extentOfAll([])).toBeNull()
  })

  it('is a mark where it would be smaller than one; land is not', () => {
    expect(isMarked('building', markedBelow, 1)).toBe(false)
    expect(isMarked('building', markedBelow - 0.01, 1)).toBe(true)
    expect(isMarked('parcel', 1, 100)).toBe(false)
  })
})

describe('a press', () => {
  it('finds the building before the land that it stands on, and the land in its hole', () => {
    expect(shapeAt(all, [105, 110], 0.1)?.id).toBe('house')
    expect(shapeAt(all, [115, 110], 0.1)?.id).toBe('land')
    expect(shapeAt(all, [500, 500], 0.1)).toBeNull()
  })

  it('reaches a mark from beside it, up to twelve pixels, and only while it is a mark', () => {
    expect(shapeAt(all, [302 + 12, 202], 1)?.id).toBe('hut')
    expect(shapeAt(all, [302 + 12.1, 202], 1)?.id).toBe('land')
    expect(shapeAt(all, [302 + 3, 202], 0.3)?.id).toBe('land')
  })
})
