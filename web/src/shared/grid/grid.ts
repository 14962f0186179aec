// SPDX-License-Identifier: Apache-2.0

/** The sheet that people type into, as values: what each key does is a function from one state to the next. */

export interface Cell {
  row: number
  column: number
}
export interface Range {
  top: number
  left: number
  bottom: number
  right: number
}
export type Rows = readonly (readonly string[])[]

export interface Grid {
  rows: Rows
  /** Columns that cannot be changed. */
  fixed: ReadonlySet<number>
  cursor: Cell
  /** The other corner of what is selected. */
  anchor: Cell
  past: readonly Rows[]
  future: readonly Rows[]
}

const mostUndo = 100

export function gridOf(rows: Rows, fixed: Iterable<number> = []): Grid {
  const start = { row: 0, column: 0 }
  return { rows, fixed: new Set(fixed), cursor: start, anchor: start, past: [], future: [] }
}

const width = (grid: Grid) => grid.rows[0]?.length ?? 0
const clamp = (value: number, most: number) => Math.max(0, Math.min(value, most))
export const textAt = (grid: Grid, { row, column }: Cell) => grid.rows[row]?.[column] ?? ''
export const isFixed = (grid: Grid, column: number) => grid.fixed.has(column)

export function selection({ cursor, anchor }: Grid): Range {
  return {
    top: Math.min(cursor.row, anchor.row),
    bottom: Math.max(cursor.row, anchor.row),
    left: Math.min(cursor.column, anchor.column),
    right: Math.max(cursor.column, anchor.column),
  }
}

export const isIn = (range: Range, { row, column }: Cell) =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right

/** The cursor goes there; with `extend` the selection reaches from where it began. */
export function goTo(grid: Grid, cell: Cell, extend = false): Grid {
  const cursor = { row: clamp(cell.row, grid.rows.length - 1), column: clamp(cell.column, width(grid) - 1) }
  return { ...grid, cursor, anchor: extend ? grid.anchor : cursor }
}

export const moveBy = (grid: Grid, rows: number, columns: number, extend = false) =>
  goTo(grid, { row: grid.cursor.row + rows, column: grid.cursor.column + columns }, extend)

/** The next cell as Tab goes: right, then the next row's first. */
export function tabTo(grid: Grid, step: 1 | -1): Grid {
  const at = grid.cursor.row * width(grid) + grid.cursor.column + step
  if (at < 0 || at >= grid.rows.length * width(grid)) return grid
  return goTo(grid, { row: Math.floor(at / width(grid)), column: at % width(grid) })
}

function changed(grid: Grid, rows: Rows): Grid {
  return { ...grid, rows, past: [...grid.past, grid.rows].slice(-mostUndo), future: [] }
}

/** Texts into a block of cells; what cannot be changed stays. The same grid when nothing is different. */
function put(grid: Grid, range: Range, text: (row: number, column: number) => string): Grid {
  let isDifferent = false
  const rows = grid.rows.map((cells, row) => {
    if (row < range.top || row > range.bottom) return cells
    return cells.map((old, column) => {
      if (column < range.left || column > range.right || grid.fixed.has(column)) return old
      const next = text(row, column)
      isDifferent ||= next !== old
      return next
    })
  })
  return isDifferent ? changed(grid, rows) : grid
}

export function type(grid: Grid, cell: Cell, text: string): Grid {
  return put(grid, { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column }, () => text)
}

export const clear = (grid: Grid) => put(grid, selection(grid), () => '')

/** The first row of the selection into the rows below it; with one row, the row above into it. */
export function fillDown(grid: Grid): Grid {
  const range = selection(grid)
  const source = range.top === range.bottom ? range.top - 1 : range.top
  if (source < 0) return grid
  return put(grid, range, (_, column) => textAt(grid, { row: source, column }))
}

/** Rows of what Excel and WPS put on the clipboard: tabs and line ends, quotes around a cell that has either. */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < plain.length; ++at) {
    const letter = plain.charAt(at)
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (plain.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows
}

const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)

export function toClipboard(grid: Grid): string {
  const { top, bottom, left, right } = selection(grid)
  return grid.rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1).map(quoted).join('\t')).join('\n')
}

export interface Pasted {
  grid: Grid
  rows: number
  columns: number
  /** What did not fit. */
  lostRows: number
  lostColumns: number
}

/** A block into the grid from the selection's corner; one cell fills the whole selection. */
export function paste(grid: Grid, text: string): Pasted {
  const block = fromClipboard(text).map((row) => row.map((cell) => cell.trim()))
  const range = selection(grid)
  const blockWidth = Math.max(...block.map((row) => row.length))
  if (block.length === 1 && blockWidth === 1) {
    const rows = range.bottom - range.top + 1
    return { grid: put(grid, range, () => block[0]?.[0] ?? ''), rows, columns: range.right - range.left + 1, lostRows: 0, lostColumns: 0 }
  }
  const rows = Math.min(block.length, grid.rows.length - range.top)
  const columns = Math.min(blockWidth, width(grid) - range.left)
  const target = { top: range.top, left: range.left, bottom: range.top + rows - 1, right: range.left + columns - 1 }
  const next = put(grid, target, (row, column) => block[row - range.top]?.[column - range.left] ?? textAt(grid, { row, column }))
  const shown = { ...next, anchor: { row: target.top, column: target.left }, cursor: { row: target.bottom, column: target.right } }
  return { grid: shown, rows, columns, lostRows: block.length - rows, lostColumns: blockWidth - columns }
}

export function undo(grid: Grid): Grid {
  const rows = grid.past.at(-1)
  return rows ? { ...grid, rows, past: grid.past.slice(0, -1), future: [grid.rows, ...grid.future] } : grid
}

export function redo(grid: Grid): Grid {
  const [rows, ...future] = grid.future
  return rows ? { ...grid, rows, future, past: [...grid.past, grid.rows] } : grid
}
