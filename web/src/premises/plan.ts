// SPDX-License-Identifier: Apache-2.0
// 楼层平面: the rooms of a floor as blocks whose size is their usable area. Where a room lies is not known, only that it is on
// this floor: blocks stand in the order of their numbers, in strips from left to right. Lengths are for the eye; areas that are
// shown are the server's texts.
import type { Contract } from '@/shared/api/contract'
import { fenOf, sumOf } from '@/shared/money'

export type Floor = Contract<'Floor'>
export type Room = Contract<'Room'>

/** What a block says of its room. Equipment and ancillary rooms belong to the building as a whole and are nobody's. */
export type RoomState = 'used' | 'idle' | 'shared'
export const roomStates: readonly RoomState[] = ['used', 'idle', 'shared']

export function stateOf({ unit, use }: Pick<Room, 'unit' | 'use'>): RoomState {
  if (unit !== null && unit.trim() !== '') return 'used'
  return use === 'equipment' || use === 'ancillary' ? 'shared' : 'idle'
}

export interface Block {
  room: Room
  /** Per cent of the width. */
  left: number
  width: number
  /** Pixels. */
  top: number
  height: number
}

/** Four lines of text are as high as a strip is at least, and an office of 18 m² is a little wider than that. */
const leastStrip = 70
const pixelsOfMetre = 280
/** A smaller room is drawn as this large, or it could not be pressed (WCAG 2.5.8). */
export const leastRoom = 6.5
const squareOf = (room: Room) => Math.max(Number(fenOf(room.usable_m2)) / 100, leastRoom)
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)

/** How far the longest block of a strip is from a square. */
function worst(sizes: readonly number[], width: number): number {
  const height = sum(sizes) / width
  return Math.max(...sizes.map((one) => Math.max(one / height / height, (height * height) / one)))
}

interface Strip {
  rooms: Room[]
  sizes: number[]
}

/** Another room joins the strip while it is too low to be read, or as long as its longest block does not grow longer. */
function strips(rooms: readonly Room[], sizeOf: (room: Room) => number, width: number, least: number): Strip[] {
  const all: Strip[] = []
  const isLow = ({ sizes }: Strip) => sum(sizes) / width < least
  for (const room of rooms) {
    const last = all.at(-1)
    const size = sizeOf(room)
    if (last && (isLow(last) || worst([...last.sizes, size], width) <= worst(last.sizes, width))) {
      last.rooms.push(room)
      last.sizes.push(size)
    } else all.push({ rooms: [room], sizes: [size] })
  }
  const [before, last] = all.slice(-2)
  if (!before || !last || !isLow(last)) return all
  return [...all.slice(0, -2), { rooms: [...before.rooms, ...last.rooms], sizes: [...before.sizes, ...last.sizes] }]
}

const byNumber = (a: Room, b: Room) => a.number.localeCompare(b.number, 'zh-CN', { numeric: true })

/**
 * The blocks of a floor on so many pixels of width; with larger letters everything is larger (`zoom`). A square metre is as
 * large on every floor: one that would be lower than its text takes less than the width.
 */
export function blocksOf(rooms: readonly Room[], width: number, zoom = 1): { blocks: Block[]; height: number } {
  const least = leastStrip * zoom
  const sizeOf = (room: Room) => squareOf(room) * pixelsOfMetre * zoom * zoom
  const used = Math.min(width, sum(rooms.map(sizeOf)) / least)
  const blocks: Block[] = []
  let top = 0
  for (const strip of strips([...rooms].sort(byNumber), sizeOf, used, least)) {
    const height = sum(strip.sizes) / used
    let left = 0
    for (const [index, room] of strip.rooms.entries()) {
      const share = ((strip.sizes[index] ?? 0) / height / width) * 100
      blocks.push({ room, left, width: share, top, height })
      left += share
    }
    top += height
  }
  return { blocks, height: top }
}

/** How many rooms of a state there are and what they add up to. */
export function sumsOf(floors: readonly Floor[]): { state: RoomState; rooms: number; usable_m2: string }[] {
  const rooms = floors.flatMap((floor) => floor.rooms)
  return roomStates.map((state) => {
    const those = rooms.filter((room) => stateOf(room) === state)
    return { state, rooms: those.length, usable_m2: sumOf(those.map(({ usable_m2 }) => usable_m2)) }
  })
}
