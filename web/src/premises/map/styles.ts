// SPDX-License-Identifier: Apache-2.0
// Only drawing.ts imports this: OpenLayers comes with the first map that is shown.
import type { ColorLike } from 'ol/colorlike.js'
import type { FeatureLike } from 'ol/Feature.js'
import type Geometry from 'ol/geom/Geometry.js'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style.js'
import { patternPath, tintOf, toneOf, type Look, type Pattern } from './look'
import { isMarked, type MapShape } from './shape'

export interface Light {
  isDark: boolean
  isElder: boolean
}

function filled(pattern: Pattern, colour: string): ColorLike {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const context = tile.getContext('2d')
  if (!context) return 'transparent'
  context.globalAlpha = tintOf(pattern)
  context.fillStyle = colour
  context.fillRect(0, 0, 8, 8)
  context.globalAlpha = 0.9
  context.strokeStyle = colour
  context.lineWidth = pattern === 'dots' ? 2 : 1
  context.stroke(new Path2D(patternPath(pattern)))
  return context.createPattern(tile, 'repeat') ?? 'transparent'
}

const middle = (feature: FeatureLike) => feature.get('middle') as Geometry

/** The styles of one light; each is made once and used by every shape that looks so. */
export function makeStyles(looks: Readonly<Record<string, Look>>, { isDark, isElder }: Light) {
  const ink = isDark ? '#e7eaee' : '#1f2329'
  const ground = isDark ? '#10141a' : '#ffffff'
  const made = new Map<string, Style[]>()

  function make(shape: MapShape, isChosen: boolean): Style[] {
    const look = looks[shape.look] ?? { tone: 'grey', pattern: 'empty', mark: 'disc' }
    const colour = toneOf(look.tone, isDark)
    const halo = new Style({ stroke: new Stroke({ color: ink, width: 7 }), zIndex: 2 })
    const inner = new Style({ stroke: new Stroke({ color: ground, width: 4 }), zIndex: 2 })
    const isParcel = shape.kind === 'parcel'
    const body = new Style({
      fill: isParcel ? undefined : new Fill({ color: filled(look.pattern, colour) }),
      stroke: new Stroke({ color: colour, width: isParcel ? 1.5 : 2, lineDash: isParcel ? [7, 4] : undefined }),
      zIndex: isChosen ? 3 : isParcel ? 0 : 1,
    })
    return isChosen ? [halo, inner, body] : [body]
  }

  const text = new Text({ font: `${isElder ? 16 : 13}px "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`, fill: new Fill({ color: ink }), stroke: new Stroke({ color: ground, width: 3 }), overflow: true })
  const label = new Style({ geometry: middle, text, zIndex: 4 })

  return function of(shape: MapShape, size: number, resolution: number, isChosen: boolean): Style[] {
    const isSmall = isMarked(shape.kind, size, resolution)
    // Marks are drawn by themselves (marks.ts).
    if (isSmall && !isChosen) return []
    const key = `${shape.look} ${shape.kind} ${isChosen}`
    let styles = isSmall ? [] : made.get(key)
    if (!styles) made.set(key, (styles = make(shape, isChosen)))
    const hasRoom = size > (shape.kind === 'parcel' ? 160 : 56) * resolution
    if (!hasRoom && !isChosen) return styles
    text.setText(shape.label)
    text.setTextBaseline(isSmall ? 'bottom' : 'middle')
    text.setOffsetY(isSmall ? -16 : shape.kind === 'parcel' ? 18 : 0)
    return [...styles, label]
  }
}

/** Lines of the grid with what they stand for, and what is being measured. */
export function makeAids({ isDark, isElder }: Light) {
  const colour = isDark ? '#6b727d' : '#aab0b9'
  const ink = isDark ? '#b4b8bf' : '#5c6066'
  const strong = isDark ? '#ffd24d' : '#8b2f97'
  const ground = isDark ? '#10141a' : '#ffffff'
  const text = new Text({ font: `${isElder ? 14 : 11}px sans-serif`, fill: new Fill({ color: ink }), stroke: new Stroke({ color: ground, width: 3 }) })
  const grid = new Style({ stroke: new Stroke({ color: colour, width: 1 }) })
  const edge = new Style({ text })
  return {
    grid(feature: FeatureLike): Style[] {
      const isNorth = feature.get('along') === 'north'
      text.setText(feature.get('label') as string)
      text.setTextAlign(isNorth ? 'right' : 'center')
      text.setTextBaseline('bottom')
      edge.setGeometry(feature.get('edge') as Geometry)
      return [grid, edge]
    },
    measured: [
      new Style({ stroke: new Stroke({ color: ground, width: 5 }) }),
      new Style({ fill: new Fill({ color: isDark ? 'rgba(255, 210, 77, 0.15)' : 'rgba(139, 47, 151, 0.12)' }), stroke: new Stroke({ color: strong, width: 2.5, lineDash: [8, 4] }), image: new Circle({ radius: 4, fill: new Fill({ color: strong }) }) }),
    ],
  }
}
