// SPDX-License-Identifier: Apache-2.0
import { clear, fillDown, goTo, moveBy, redo, tabTo, undo, type Grid } from './grid'

const pageRows = 15

type Step = (grid: Grid, extend: boolean) => Grid

const moves: Record<string, Step> = {
  ArrowUp: (grid, extend) => moveBy(grid, -1, 0, extend),
  ArrowDown: (grid, extend) => moveBy(grid, 1, 0, extend),
  ArrowLeft: (grid, extend) => moveBy(grid, 0, -1, extend),
  ArrowRight: (grid, extend) => moveBy(grid, 0, 1, extend),
  PageUp: (grid, extend) => moveBy(grid, -pageRows, 0, extend),
  PageDown: (grid, extend) => moveBy(grid, pageRows, 0, extend),
  Home: (grid, extend) => goTo(grid, { ...grid.cursor, column: 0 }, extend),
  End: (grid, extend) => goTo(grid, { ...grid.cursor, column: Number.MAX_SAFE_INTEGER }, extend),
  Enter: (grid) => moveBy(grid, 1, 0),
  Delete: clear,
  Backspace: clear,
}

const withControl: Record<string, Step> = {
  d: fillDown,
  z: (grid) => undo(grid),
  y: (grid) => redo(grid),
  a: (grid) => goTo(goTo(grid, { row: 0, column: 0 }), { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER }, true),
  Home: (grid, extend) => goTo(grid, { row: 0, column: 0 }, extend),
  End: (grid, extend) => goTo(grid, { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER }, extend),
}

export type KeyAnswer =
  | { grid: Grid } // the key did this
  | { edit: string | null } // begins to edit: with this text, or with what is there
  | null // not ours: the browser's

/** What a key does while no cell is being edited. Tab at the sheet's end leaves it, so that nobody is caught in it. */
export function answerKey(grid: Grid, event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): KeyAnswer {
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) {
    const step = withControl[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    return step ? { grid: step(grid, event.shiftKey) } : null
  }
  if (event.key === 'Tab') {
    const next = tabTo(grid, event.shiftKey ? -1 : 1)
    return next === grid ? null : { grid: next }
  }
  if (event.key === 'F2') return { edit: null }
  const step = moves[event.key]
  if (step) return { grid: step(grid, event.shiftKey && event.key !== 'Enter') }
  return event.key.length === 1 ? { edit: event.key } : null
}
