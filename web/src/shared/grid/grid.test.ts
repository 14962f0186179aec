// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { clear, fillDown, fromClipboard, goTo, gridOf, moveBy, paste, redo, selection, tabTo, toClipboard, type, undo, type Grid } from './grid'

const sheet = (fixed: number[] = []) => gridOf([['a', '1', 'x'], ['b', '2', 'y'], ['c', '3', 'z']], fixed)
const select = (grid: Grid, from: [number, number], to: [number, number]) =>
  goTo(goTo(grid, { row: from[0], column: from[1] }), { row: to[0], column: to[1] }, true)

describe('moving', () => {
  it('stays inside', () => {
    expect(moveBy(sheet(), -1, -1).cursor).toEqual({ row: 0, column: 0 })
    expect(moveBy(sheet(), 99, 99).cursor).toEqual({ row: 2, column: 2 })
  })

  it('by Tab goes on in the next row, and back', () => {
    const end = goTo(sheet(), { row: 0, column: 2 })
    expect(tabTo(end, 1).cursor).toEqual({ row: 1, column: 0 })
    expect(tabTo(tabTo(end, 1), -1).cursor).toEqual({ row: 0, column: 2 })
    const last = goTo(sheet(), { row: 2, column: 2 })
    expect(tabTo(last, 1)).toBe(last)
  })

  it('extends the selection in every direction', () => {
    expect(selection(select(sheet(), [2, 1], [0, 2]))).toEqual({ top: 0, bottom: 2, left: 1, right: 2 })
  })
})

describe('typing', () => {
  it('is undone and done again', () => {
    const typed = type(type(sheet(), { row: 0, column: 0 }, 'A'), { row: 1, column: 1 }, '22')
    expect(typed.rows).toEqual([['A', '1', 'x'], ['b', '22', 'y'], ['c', '3', 'z']])
    const back = undo(undo(typed))
    expect(back.rows).toEqual(sheet().rows)
    expect(undo(back)).toBe(back)
    expect(redo(redo(back)).rows).toEqual(typed.rows)
    expect(type(back, { row: 0, column: 0 }, 'B').future).toEqual([])
  })

  it('changes nothing in a fixed column, and is no step when it is the same', () => {
    const grid = sheet([0])
    expect(type(grid, { row: 0, column: 0 }, 'A')).toBe(grid)
    expect(type(grid, { row: 0, column: 1 }, '1')).toBe(grid)
  })
})

describe('blocks', () => {
  it('are emptied and filled down', () => {
    expect(clear(select(sheet([0]), [0, 0], [1, 1])).rows).toEqual([['a', '', 'x'], ['b', '', 'y'], ['c', '3', 'z']])
    expect(fillDown(select(sheet(), [0, 1], [2, 2])).rows).toEqual([['a', '1', 'x'], ['b', '1', 'x'], ['c', '1', 'x']])
    expect(fillDown(goTo(sheet(), { row: 1, column: 1 })).rows[1]).toEqual(['b', '1', 'y'])
    const top = sheet()
    expect(fillDown(top)).toBe(top)
  })

  it('come from Excel and WPS and go there', () => {
    expect(fromClipboard('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']])
    expect(fromClipboard('"two\nlines"\t"say ""x"""')).toEqual([['two\nlines', 'say "x"']])
    expect(fromClipboard('')).toEqual([['']])
    expect(fromClipboard('a\t\tb')).toEqual([['a', '', 'b']])
    const odd = gridOf([['a\tb', 'c"d'], ['e\nf', 'g']])
    expect(fromClipboard(toClipboard(select(odd, [0, 0], [1, 1])))).toEqual(odd.rows)
  })

  it('are pasted from the corner, and what does not fit is counted', () => {
    const { grid, ...counts } = paste(goTo(sheet(), { row: 1, column: 1 }), '7\t8\t9\n10\t11\t12\n13\t14\t15')
    expect(grid.rows).toEqual([['a', '1', 'x'], ['b', '7', '8'], ['c', '10', '11']])
    expect(counts).toEqual({ rows: 2, columns: 2, lostRows: 1, lostColumns: 1 })
    expect(undo(grid).rows).toEqual(sheet().rows)
  })

  it('of one cell fill what is selected; short rows leave the rest', () => {
    expect(paste(select(sheet(), [0, 1], [2, 1]), ' 5 ').grid.rows.map((row) => row[1])).toEqual(['5', '5', '5'])
    expect(paste(sheet(), '7\n8\t9').grid.rows).toEqual([['7', '1', 'x'], ['8', '9', 'y'], ['c', '3', 'z']])
  })
})
