// SPDX-License-Identifier: Apache-2.0
import type { RecordVersion } from './ledgers'

export interface CellChange {
  column: string
  before: string
  after: string
}

/** What a version of a record says otherwise than the one before it. */
export function changesBetween(before: RecordVersion | undefined, after: RecordVersion): CellChange[] {
  if (!before) return []
  return [...new Set([...Object.keys(before.cells), ...Object.keys(after.cells)])]
    .map((column) => ({ column, before: before.cells[column] ?? '', after: after.cells[column] ?? '' }))
    .filter((change) => change.before !== change.after)
}
