// SPDX-License-Identifier: Apache-2.0
// Marks of buildings that are too small to be seen at a scale. All marks of a look are one path: thousands are drawn as fast as one.
import { toneOf, type Look, type Mark } from './look'
import type { Place } from './plane'
import { isMarked, middleOf, sizeOf, type MapShape } from './shape'

export interface Marked {
  id: string
  look: string
  middle: Place
  size: number
}

export const markedOf = (shapes: readonly MapShape[]): Marked[] =>
  shapes.filter(({ kind }) => kind === 'building').map((shape) => ({ id: shape.id, look: shape.look, middle: middleOf(shape), size: sizeOf(shape) }))

/** Where a place is on the canvas, in its pixels. */
export type ToCanvas = (place: Place) => readonly [x: number, y: number]

interface View {
  /** Metres of a pixel. */
  resolution: number
  ratio: number
  toCanvas: ToCanvas
}

function trace(context: CanvasRenderingContext2D, mark: Mark, x: number, y: number, radius: number): void {
  if (mark === 'disc') {
    context.moveTo(x + radius * 0.85, y)
    context.arc(x, y, radius * 0.85, 0, 2 * Math.PI)
  } else if (mark === 'square') context.rect(x - radius * 0.7, y - radius * 0.7, radius * 1.4, radius * 1.4)
  else {
    const corners = mark === 'triangle' ? [[0, -1], [0.87, 0.5], [-0.87, 0.5]] : [[0, -1], [1, 0], [0, 1], [-1, 0]]
    for (const [index, [right = 0, down = 0]] of corners.entries()) context[index === 0 ? 'moveTo' : 'lineTo'](x + right * radius, y + down * radius)
    context.closePath()
  }
}

/** Draws what is a mark at this scale; the chosen one last, larger and ringed. */
export function drawMarks(context: CanvasRenderingContext2D, marked: readonly Marked[], looks: Readonly<Record<string, Look>>, chosen: string | null, isDark: boolean, { resolution, ratio, toCanvas }: View): void {
  const [ink, ground] = isDark ? ['#e7eaee', '#10141a'] : ['#1f2329', '#ffffff']
  const small = marked.filter(({ size }) => isMarked('building', size, resolution))
  const paint = (look: Look, radius: number, edge: string, ones: readonly Marked[]) => {
    context.beginPath()
    for (const { middle } of ones) {
      const [x, y] = toCanvas(middle)
      trace(context, look.mark, x, y, radius * ratio)
    }
    context.fillStyle = toneOf(look.tone, isDark)
    context.strokeStyle = edge
    context.lineWidth = ratio
    context.fill()
    context.stroke()
  }
  for (const [key, look] of Object.entries(looks)) paint(look, 6, ground, small.filter((one) => one.look === key && one.id !== chosen))
  const one = small.find(({ id }) => id === chosen)
  const look = looks[one?.look ?? '']
  if (!one || !look) return
  const [x, y] = toCanvas(one.middle)
  context.beginPath()
  context.arc(x, y, 13 * ratio, 0, 2 * Math.PI)
  context.fillStyle = ground
  context.strokeStyle = ink
  context.lineWidth = 2 * ratio
  context.fill()
  context.stroke()
  paint(look, 9, ink, [one])
}
