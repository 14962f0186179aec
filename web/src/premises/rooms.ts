// SPDX-License-Identifier: Apache-2.0
// The rooms of a building as a sheet of texts: what a line says, what is wrong with a cell, and the rooms that are sent.
import type { Contract } from '@/shared/api/contract'
import type { GridColumn } from '@/shared/grid/EditableGrid.vue'
import type { Rows } from '@/shared/grid/grid'
import { fenOf, readMoney, sumOf } from '@/shared/money'
import { roomUses, type RoomUse } from './premises'
import { t } from './words'
import { t as sayFile } from './wordsOfFile'
import { t as say } from './wordsOfForms'

type Room = Contract<'Room'>
type NewRoom = Contract<'NewRoom'>

/** “3 层”, “地下 1 层”. */
export const floorText = (floor: number) => (floor < 0 ? sayFile('basement', { floor: -floor }) : sayFile('floor', { floor }))

const keys = ['number', 'floor', 'name', 'use', 'usable_m2', 'unit', 'note'] as const
type Key = (typeof keys)[number]
const most: Partial<Record<Key, number>> = { number: 40, name: 100, unit: 200, note: 500 }

export const roomColumns = (): GridColumn[] => [
  { key: 'number', title: sayFile('room'), width: 110 },
  { key: 'floor', title: say('room_floor'), width: 80, kind: 'number' },
  { key: 'name', title: sayFile('room_name'), width: 160 },
  { key: 'use', title: sayFile('use'), width: 150 },
  { key: 'usable_m2', title: sayFile('usable'), width: 150, kind: 'number' },
  { key: 'unit', title: sayFile('room_unit'), width: 220 },
  { key: 'note', title: t('note') },
]

export const usesText = () => roomUses.map((use) => sayFile(`use_${use}`)).join(t('list'))

/** The use that a word means, in either language: what is pasted comes from workbooks. */
export function useOf(word: string): RoomUse | undefined {
  const typed = word.trim().toLowerCase()
  return roomUses.find((use) => Object.values(sayFile.texts).some((texts) => texts[`use_${use}`].toLowerCase() === typed))
}

export const blankRows = (count: number): string[][] => Array.from({ length: count }, () => keys.map(() => ''))
export const rowsOf = (rooms: readonly Room[]): string[][] =>
  rooms.map((room) => [room.number, String(room.floor), room.name ?? '', sayFile(`use_${room.use}`), room.usable_m2, room.unit ?? '', room.note ?? ''])

const isBlank = (cells: readonly string[] = []) => cells.every((cell) => cell.trim() === '')
const filled = (rows: Rows) => rows.filter((cells) => !isBlank(cells))
const floorOf = (text: string): number | null => (/^\s*-?\d{1,3}\s*$/.test(text) ? Number(text) : null)
const squareOf = (text: string) => {
  const read = readMoney(text)
  return 'amount' in read && fenOf(read.amount) > 0n ? read.amount : null
}

/** What is wrong with a cell of a line that says anything. */
export function findingOf(rows: Rows, text: string, key: Key, row: number): string | null {
  if (isBlank(rows[row])) return null
  const longest = most[key]
  if (longest !== undefined && text.trim().length > longest) return say('room_too_long', { most: longest })
  if (key === 'number') {
    const number = text.trim()
    if (number === '') return say('room_number_missing')
    return rows.some((cells, other) => other !== row && cells[0]?.trim() === number) ? say('room_number_twice', { room: number }) : null
  }
  if (key === 'floor') {
    const floor = floorOf(text)
    return floor === null || floor === 0 || floor < -20 || floor > 200 ? say('room_floor_wrong') : null
  }
  if (key === 'use') return useOf(text) ? null : say('room_use_wrong', { uses: usesText() })
  if (key === 'usable_m2') return squareOf(text) === null ? say('room_area_wrong') : null
  return null
}

export const wrongCells = (rows: Rows): number =>
  rows.reduce((count, cells, row) => count + keys.filter((key, column) => findingOf(rows, cells[column] ?? '', key, row) !== null).length, 0)

/** The rooms of the lines that say anything; only for lines without findings. */
export function roomsOf(rows: Rows): NewRoom[] {
  return filled(rows).map(([number = '', floor = '', name = '', use = '', area = '', unit = '', note = '']) => ({
    number: number.trim(), floor: floorOf(floor) ?? 0, name: name.trim() || null, use: useOf(use) ?? 'office', usable_m2: squareOf(area) ?? '', unit: unit.trim() || null, note: note.trim() || null,
  }))
}

export function totalOf(rows: Rows): { rooms: number; usable_m2: string } {
  const lines = filled(rows)
  return { rooms: lines.length, usable_m2: sumOf(lines.flatMap((cells) => squareOf(cells[4] ?? '') ?? [])) }
}
