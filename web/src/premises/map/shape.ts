// SPDX-License-Identifier: Apache-2.0
import type { Extent, Place } from './plane'
import { closed, extentOf } from './plane'

type Rings = readonly (readonly Place[])[]
type Outlined = Pick<MapShape, 'polygons'>

/** Something with an outline on the map. */
export interface MapShape {
  id: string
  kind: 'building' | 'parcel'
  /** What stands beside it when there is room. */
  label: string
  /** Each: the outer ring, then holes. */
  polygons: readonly Rings[]
  /** Which of the map's looks it has. */
  look: string
}

/** Whether a place is inside a shape and not in a hole of it (even-odd). */
export function isInside({ polygons }: Outlined, [x, y]: Place): boolean {
  let inside = false
  for (const ring of polygons.flat()) {
    const round = closed(ring)
    for (let index = 1; index < round.length; ++index) {
      const [[x1, y1], [x2, y2]] = [round[index - 1], round[index]] as [Place, Place]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

const outers = ({ polygons }: Outlined) => polygons.map(([outer]) => outer ?? [])
export const extentOfShape = (shape: Outlined): Extent | null => extentOf(outers(shape).flat())
export const extentOfAll = (shapes: readonly Outlined[]): Extent | null => extentOf(shapes.flatMap((shape) => outers(shape).flat()))

/** Where the mark and the label stand: the middle of the first part. */
export function middleOf(shape: Outlined): Place {
  const [west, south, east, north] = extentOf(outers(shape)[0] ?? []) ?? [0, 0, 0, 0]
  return [(west + east) / 2, (south + north) / 2]
}

/** The longer side, in metres. */
export function sizeOf(shape: Outlined): number {
  const [west, south, east, north] = extentOfShape(shape) ?? [0, 0, 0, 0]
  return Math.max(east - west, north - south)
}

export const markedBelow = 12
/** Whether a shape is too small to be recognised and is shown by its mark; parcels are their outlines at every scale. */
export const isMarked = (kind: MapShape['kind'], size: number, resolution: number): boolean => kind === 'building' && size < markedBelow * resolution

/**
 * What a press at a place means: the building there, else the mark within reach, else the parcel there. `resolution` is
 * metres of a pixel.
 */
export function shapeAt(shapes: readonly MapShape[], place: Place, resolution: number): MapShape | null {
  const inside = shapes.filter((shape) => isNear(shape, place, 0) && isInside(shape, place))
  const building = inside.find(({ kind }) => kind === 'building')
  if (building) return building
  const reach = 12 * resolution
  const distance = (shape: MapShape) => Math.hypot(middleOf(shape)[0] - place[0], middleOf(shape)[1] - place[1])
  const near = shapes.filter((shape) => isNear(shape, place, reach) && isMarked(shape.kind, sizeOf(shape), resolution) && distance(shape) <= reach)
  return near.sort((a, b) => distance(a) - distance(b))[0] ?? inside[0] ?? null
}

function isNear(shape: MapShape, [x, y]: Place, reach: number): boolean {
  const [west, south, east, north] = extentOfShape(shape) ?? [Infinity, Infinity, -Infinity, -Infinity]
  return x >= west - reach && x <= east + reach && y >= south - reach && y <= north + reach
}
