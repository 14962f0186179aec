// SPDX-License-Identifier: Apache-2.0
// The report cut into pieces: what is a number that was understood, what a finding is about. Offsets are in code points.
import type { Contract } from '@/shared/api/contract'
import { severities } from '@/shared/feedback/severity'

export type Report = Contract<'CheckedReport'>
export type Block = Contract<'CheckedBlock'>
export type Claim = Contract<'CheckedClaim'>
export type Finding = Contract<'CheckedFinding'>

/** A finding with its number in the list, which its marks in the text carry. */
export interface Numbered {
  number: number
  finding: Finding
}

/** Errors first; within a severity as they stand in the report. */
export function numbered({ findings }: Report): Numbered[] {
  const sorted = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  return sorted.map((finding, index) => ({ number: index + 1, finding }))
}

/** The nth place of a finding, from 0. */
export interface BegunPlace extends Numbered {
  nth: number
}

export interface Piece {
  text: string
  claim: Claim | null
  /** The findings that it belongs to, the most severe first. */
  about: Numbered[]
  /** The places that begin here. */
  begins: BegunPlace[]
}
interface Span {
  at: number
  size: number
}
interface MarkedSpan extends Span {
  one: BegunPlace
}
export interface Marks {
  claims: Map<number, Claim[]>
  places: Map<number, MarkedSpan[]>
}

function put<V>(map: Map<number, V[]>, key: number, value: V): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}

/** What lies on each block. */
export function marksOf(report: Report, findings: Numbered[]): Marks {
  const marks: Marks = { claims: new Map(), places: new Map() }
  for (const claim of report.claims) put(marks.claims, claim.block, claim)
  for (const one of findings)
    for (const [nth, { block, at, size }] of one.finding.places.entries())
      if (block !== null && at !== null && size !== null) put(marks.places, block, { at, size, one: { ...one, nth } })
  return marks
}

const covers = ({ at, size }: Span, from: number, to: number) => at <= from && to <= at + size

/** The letters from `from` to before `to` of a block in pieces; side by side they are that text again. */
export function piecesOf(block: Block, index: number, marks: Marks, { at: from, size }: Span): Piece[] {
  const letters = Array.from(block.text)
  const to = Math.min(from + size, letters.length)
  const claims = marks.claims.get(index) ?? []
  const places = marks.places.get(index) ?? []
  const inside = [...claims, ...places].flatMap(({ at, size: length }) => [at, at + length]).filter((cut) => cut > from && cut < to)
  const cuts = [...new Set([from, ...inside, to])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, nth) => {
    const end = cuts[nth + 1] ?? to
    const over = places.filter((span) => covers(span, start, end))
    return {
      text: letters.slice(start, end).join(''),
      claim: claims.find((span) => covers(span, start, end)) ?? null,
      about: over.map(({ one }) => one),
      begins: over.filter(({ at }) => Math.max(at, from) === start).map(({ one }) => one),
    }
  })
}

/** Nothing but words: no number that was understood and no finding. */
export const isPlain = (pieces: Piece[]) => pieces.every(({ claim, about, begins }) => claim === null && about.length === 0 && begins.length === 0)

export const whole = (block: Block): Span => ({ at: 0, size: Array.from(block.text).length })

interface Line {
  block: Block
  index: number
}
/** A heading, a paragraph, or the rows of one table. */
export interface Part {
  kind: Block['kind']
  lines: Line[]
}

export function partsOf({ blocks }: Report): Part[] {
  const parts: Part[] = []
  for (const [index, block] of blocks.entries()) {
    const last = parts.at(-1)
    if (block.kind === 'row' && last?.kind === 'row' && last.lines[0]?.block.table === block.table) last.lines.push({ block, index })
    else parts.push({ kind: block.kind, lines: [{ block, index }] })
  }
  return parts
}
