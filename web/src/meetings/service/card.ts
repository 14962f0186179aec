// SPDX-License-Identifier: Apache-2.0
// A table card: a sheet of A4 folded across its middle, the name on both halves and one of them turned round.

/** What a half has for a name from edge to edge, in millimetres: A4 without what printers leave white and the air beside it. */
const width = 165
const largest = 64
const smallest = 12

/** A Chinese character is as wide as it is high; letters, digits and spaces take about three fifths of that. */
export const widthOf = (text: string) => Array.from(text).reduce((sum, one) => sum + (/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]/.test(one) ? 1 : 0.6), 0)

/** The height of the letters in millimetres: as large as the line allows. What is longer than the smallest allows goes on in the next line. */
export function sizeOf(text: string): number {
  const units = widthOf(text.trim())
  if (units === 0) return largest
  return Math.max(smallest, Math.min(largest, Math.floor(width / units)))
}
/** Two characters stand apart, as on every card of an office: a short name is read across a table that way. */
export const spaced = (text: string) => (/^[\u4e00-\u9fff]{2}$/.test(text.trim()) ? Array.from(text.trim()).join('\u3000') : text.trim())
