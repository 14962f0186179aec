// SPDX-License-Identifier: Apache-2.0
// The plane that surveys are drawn in: metres north (X) and east (Y). Numbers here are for drawing and for measuring with the
// mouse; an area that counts is the server's, exact, and is never computed here.

/** East first, as screens go. */
export type Place = readonly [east: number, north: number]
/** West, south, east, north. */
export type Extent = readonly [number, number, number, number]

/** A ring as the server writes it: [north, east] in metres as decimal texts. */
export type WrittenRing = readonly (readonly string[])[]

export function placesOf(ring: WrittenRing): Place[] {
  return ring.map(([north, east]) => [Number(east), Number(north)])
}

/** A ring whose last place is its first, as drawing wants it. */
export function closed(ring: readonly Place[]): Place[] {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last) return []
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first]
}

export function extentOf(places: Iterable<Place>): Extent | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of places) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return west <= east ? [west, south, east, north] : null
}

/** Metres along the places, in their order. */
export function lengthOf(places: readonly Place[]): number {
  return places.slice(1).reduce((sum, [x, y], index) => {
    const before = places[index] ?? [x, y]
    return sum + Math.hypot(x - before[0], y - before[1])
  }, 0)
}

/** Square metres that the places go around. Moved to the first place: at millions of metres products lose their decimals. */
export function areaOf(places: readonly Place[]): number {
  const [origin] = places
  if (!origin) return 0
  const near = places.map(([x, y]) => [x - origin[0], y - origin[1]] as const)
  const twice = near.reduce((sum, [x, y], index) => {
    const next = near[(index + 1) % near.length] ?? [x, y]
    return sum + x * next[1] - next[0] * y
  }, 0)
  return Math.abs(twice) / 2
}

export interface Zone {
  width: 3 | 6
  number: number
  /** Degrees east of the central meridian. */
  meridian: number
  /** Whether the zone's number stands before the metres east. */
  isInEast: boolean
}

const three = (number: number, isInEast: boolean): Zone => ({ width: 3, number, meridian: number * 3, isInEast })
const six = (number: number, isInEast: boolean): Zone => ({ width: 6, number, meridian: number * 6 - 3, isInEast })

/** The zone of a plane of CGCS2000 by its EPSG code; null when it is none (Gauss-Krüger, EPSG 4491 to 4554). */
export function zoneOf(epsg: number): Zone | null {
  const isIn = (first: number, last: number) => epsg >= first && epsg <= last
  if (isIn(4491, 4501)) return six(epsg - 4491 + 13, true)
  if (isIn(4502, 4512)) return six(epsg - 4502 + 13, false)
  if (isIn(4513, 4533)) return three(epsg - 4513 + 25, true)
  if (isIn(4534, 4554)) return three(epsg - 4534 + 25, false)
  return null
}

/** 1, 2 or 5 times a power of ten: the longest one that is not more than `most`. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power
}

export interface GridLine {
  along: 'north' | 'east'
  /** Metres: the northing of a line from west to east, or the easting of one from south to north. */
  at: number
}

/** Lines of equal northing and easting in view, at round numbers, some 120 pixels apart. */
export function gridOf([west, south, east, north]: Extent, resolution: number): GridLine[] {
  const step = roundLength(240 * resolution)
  const between = (from: number, to: number, along: GridLine['along']): GridLine[] => {
    const first = Math.ceil(from / step)
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => ({ along, at: (first + index) * step }))
  }
  return [...between(south, north, 'north'), ...between(west, east, 'east')]
}
