// SPDX-License-Identifier: Apache-2.0
import type { Column } from './columns'

// Widths in CSS pixels.
export const tickWidth = 40
const leastWidth = 96
const frozenWidth = 160

export interface Width {
  /** None: the column shares what is left. */
  exact: number | null
  least: number
}

export function pixels<Row>(columns: readonly Column<Row>[], scale: number): Width[] {
  return columns.map((column) => {
    const exact = column.width ? column.width * scale : column.fixed ? frozenWidth * scale : null
    return { exact, least: exact ?? leastWidth * scale }
  })
}

/** Where the frozen columns stay, from the left; null for the others. Only the first columns can be frozen. */
export function frozenAt<Row>(columns: readonly Column<Row>[], widths: readonly Width[], hasTicks: boolean): (number | null)[] {
  let left = hasTicks ? tickWidth : 0
  let isFrozen = true
  return columns.map((column, index) => {
    isFrozen &&= column.fixed === true
    if (!isFrozen) return null
    const here = left
    left += widths[index]?.least ?? 0
    return here
  })
}

/** Follows the pointer from a header's edge until it is let go. */
export function widenBy(event: PointerEvent, done: (width: number) => void): void {
  const header = (event.currentTarget as HTMLElement).closest('th')
  if (!header) return
  const from = event.clientX
  const width = header.getBoundingClientRect().width
  const end = (up: PointerEvent) => {
    window.removeEventListener('pointerup', end)
    done(Math.max(40, width + up.clientX - from))
  }
  window.addEventListener('pointerup', end)
}
