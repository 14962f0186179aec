// SPDX-License-Identifier: Apache-2.0
// How a state looks on the map: a colour, a pattern and a mark of its own, so that none is told by colour alone. The legend
// draws the same paths that the map does.

/** Eight by eight, repeated. */
const patterns = { plain: '', lines: 'M-2 10 10-2M-2 2 2-2M6 10 10 6', dots: 'M1.5 2h2M5.5 6h2', cross: 'M0 0 8 8M8 0 0 8', empty: '' } as const
/** What stands for a building that is too small to be seen at this scale: in a box of 12. */
const marks = { disc: 'M6 1.5a4.5 4.5 0 1 0 .01 0z', square: 'M2 2h8v8H2z', diamond: 'M6 .5 11.5 6 6 11.5 .5 6z', triangle: 'M6 1 11.5 10.5H.5z' } as const
// Against the ground of the map 3:1 at least, in both lights.
const tones = { green: ['#2b6e12', '#8fcf74'], blue: ['#1668dc', '#7db1f8'], brown: ['#8a5a00', '#e5b567'], red: ['#c00000', '#ff9c9c'], grey: ['#606266', '#b4b8bf'] } as const

export type Pattern = keyof typeof patterns
export type Mark = keyof typeof marks
export type Tone = keyof typeof tones
export interface Look {
  tone: Tone
  pattern: Pattern
  mark: Mark
}

export const toneOf = (tone: Tone, isDark: boolean): string => tones[tone][isDark ? 1 : 0]
export const patternPath = (pattern: Pattern): string => patterns[pattern]
export const markPath = (mark: Mark): string => marks[mark]
/** How much of the colour covers what it fills. */
export const tintOf = (pattern: Pattern): number => ({ plain: 0.45, empty: 0 })[pattern as 'plain' | 'empty'] ?? 0.15
