// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { areaOf, closed, extentOf, gridOf, lengthOf, placesOf, roundLength, zoneOf, type Place } from './plane'

const square: Place[] = [[38512000, 3389000], [38512040, 3389000], [38512040, 3389025], [38512000, 3389025]]

describe('a ring', () => {
  it('has north first where it is written and east first where it is drawn', () => {
    expect(placesOf([['3389000.125', '38512000.500']])).toEqual([[38512000.5, 3389000.125]])
  })

  it('is closed once', () => {
    expect(closed(square)).toHaveLength(5)
    expect(closed(closed(square))).toHaveLength(5)
    expect(closed([])).toEqual([])
  })

  it('has an extent, and nothing has none', () => {
    expect(extentOf(square)).toEqual([38512000, 3389000, 38512040, 3389025])
    expect(extentOf([])).toBeNull()
  })
})

describe('measuring', () => {
  it('is right to the millimetre at millions of metres, whichever way round', () => {
    expect(areaOf(square)).toBe(1000)
    expect(areaOf([...square].reverse())).toBe(1000)
    const shifted = square.map(([x, y]): Place => [x + 0.001, y])
    expect(Math.abs(areaOf(shifted) - 1000)).toBeLessThan(0.0001)
    expect(lengthOf(square)).toBe(40 + 25 + 40)
  })

  it('gives nothing where there is nothing to measure', () => {
    expect([areaOf([]), areaOf(square.slice(0, 2)), lengthOf(square.slice(0, 1))]).toEqual([0, 0, 0])
  })
})

describe('the zone of a plane', () => {
  it.each([
    [4513, [3, 25, 75, true]], [4526, [3, 38, 114, true]], [4533, [3, 45, 135, true]],
    [4534, [3, 25, 75, false]], [4547, [3, 38, 114, false]], [4554, [3, 45, 135, false]],
    [4491, [6, 13, 75, true]], [4501, [6, 23, 135, true]], [4502, [6, 13, 75, false]], [4512, [6, 23, 135, false]],
    [4490, null], [4555, null], [3857, null],
  ])('of EPSG %i', (epsg, expected) => {
    const zone = zoneOf(epsg)
    expect(zone && [zone.width, zone.number, zone.meridian, zone.isInEast]).toEqual(expected)
  })
})

describe('the grid', () => {
  it('stands at round numbers', () => {
    expect([roundLength(99), roundLength(100), roundLength(499), roundLength(500), roundLength(0.6)]).toEqual([50, 100, 200, 500, 0.5])
  })

  it('has the lines in view, also those at its edges', () => {
    const lines = gridOf([0, 0, 100, 200], 0.42)
    expect(lines.filter(({ along }) => along === 'east').map(({ at }) => at)).toEqual([0, 100])
    expect(lines.filter(({ along }) => along === 'north').map(({ at }) => at)).toEqual([0, 100, 200])
    expect(gridOf([1, 1, 99, 99], 0.42)).toEqual([])
  })

  it('never has many lines, however far one looks', () => {
    for (const resolution of [0.01, 0.3, 7, 130]) {
      const lines = gridOf([0, 0, 1400 * resolution, 800 * resolution], resolution)
      expect(lines.length).toBeGreaterThan(5)
      expect(lines.length).toBeLessThan(30)
    }
  })
})
