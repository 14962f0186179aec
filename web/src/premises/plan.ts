// SPDX-License-Identifier: Apache-2.0
// 楼层平面: the rooms of a floor as blocks whose size is their usable area. Where a room lies is not known, only that it is on
// this floor: blocks stand in the order of their numbers, in lines from left to right. Lengths are for the eye; areas that are
// shown are the server's texts.
import type { Contract } from '@/shared/api/contract'
import { fenOf, sumOf } from '@/shared/money'

export type Floor = Contract<'Floor'>
export type Room = Contract<'Room'>

/** What a block says of its room. Equipment and ancillary rooms belong to the building as a whole and are nobody's. */
export type RoomState = 'used' | 'over' | 'idle' | 'shared'
export const roomStates: readonly RoomState[] = ['used', 'over', 'idle', 'shared']
/** Numbers of rooms in which somebody has more than the standard of the rank. */
export type OverRooms = ReadonlySet<string>

export function stateOf({ number, unit, use }: Pick<Room, 'number' | 'unit' | 'use'>, over: OverRooms): RoomState {
  if (over.has(number)) return 'over'
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
  isNarrow: boolean
}

/** A line of blocks is as high as their text; an office of 18 m² is about as wide. */
const lineHeight = 70
const pixelsOfMetre = 280
/** A smaller room is drawn as this large, or its number, its state and its area would be cut off. */
export const leastRoom = 9
/** Narrower than this, a block has no place for “㎡” behind its area nor for a unit. */
const narrowest = 60
const squareOf = (room: Room) => Math.max(Number(fenOf(room.usable_m2)) / 100, leastRoom)
const byNumber = (a: Room, b: Room) => a.number.localeCompare(b.number, 'zh-CN', { numeric: true })

/**
 * The blocks of a floor on so many pixels of width; with larger letters everything is larger (`zoom`). A square metre is as
 * large on every floor. What does not fit into the line begins the next one; a hall that is larger than a whole line is higher.
 */
export function blocksOf(rooms: readonly Room[], width: number, zoom = 1): { blocks: Block[]; height: number } {
  const blocks: Block[] = []
  let [top, left, high] = [0, 0, 0]
  for (const room of [...rooms].sort(byNumber)) {
    const size = squareOf(room) * pixelsOfMetre * zoom * zoom
    const height = Math.max(lineHeight * zoom, size / width)
    const wide = size / height
    if (high > 0 && (height > high || left + wide > width + 1e-6)) {
      top += high
      left = high = 0
    }
    blocks.push({ room, left: (left / width) * 100, width: (wide / width) * 100, top, height, isNarrow: wide < narrowest * zoom })
    left += wide
    high = height
  }
  return { blocks, height: top + high }
}

/** How many rooms of a state there are and what they add up to. */
export function sumsOf(floors: readonly Floor[], over: OverRooms): { state: RoomState; rooms: number; usable_m2: string }[] {
  const rooms = floors.flatMap((floor) => floor.rooms)
  return roomStates.map((state) => {
    const those = rooms.filter((room) => stateOf(room, over) === state)
    return { state, rooms: those.length, usable_m2: sumOf(those.map(({ usable_m2 }) => usable_m2)) }
  })
}
