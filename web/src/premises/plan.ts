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

/** An office of 18 m² is as large as a square of 54 pixels. */
const pixelsOfMetre = 162
const squarePixels = (room: Room) => (Number(fenOf(room.usable_m2)) / 100) * pixelsOfMetre
const leastStrip = 34

function worst(areas: readonly number[], width: number): number {
  const height = areas.reduce((sum, one) => sum + one, 0) / width
  return Math.max(...areas.map((one) => Math.max(one / height / height, (height * height) / one)))
}

/** Rooms in strips: another room joins the strip as long as the longest block of it does not grow longer. */
function strips(rooms: readonly Room[], width: number): Room[][] {
  const all: Room[][] = []
  for (const room of rooms) {
    const last = all.at(-1)
    if (!last) {
      all.push([room])
      continue
    }
    const now = last.map(squarePixels)
    const next = [...now, squarePixels(room)]
    const isLow = now.reduce((sum, one) => sum + one, 0) / width < leastStrip
    if (isLow || worst(next, width) <= worst(now, width)) last.push(room)
    else all.push([room])
  }
  return all
}

const byNumber = (a: Room, b: Room) => a.number.localeCompare(b.number, 'zh-CN', { numeric: true })

/** The blocks of a floor on so many pixels of width: they cover it without a gap, and each covers the share of its area. */
export function blocksOf(rooms: readonly Room[], width: number): { blocks: Block[]; height: number } {
  const blocks: Block[] = []
  let top = 0
  for (const strip of strips([...rooms].sort(byNumber), width)) {
    const total = strip.reduce((sum, room) => sum + squarePixels(room), 0)
    const height = Math.max(total / width, leastStrip)
    let left = 0
    for (const room of strip) {
      const share = (squarePixels(room) / total) * 100
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
