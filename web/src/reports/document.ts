// SPDX-License-Identifier: Apache-2.0
import type { Block, Finding, Preview, Section, TextRun } from './queries'

export interface Entry {
  id: string
  level: number
  text: string
}

export const placeOf = (block: number) => `part-${block}`

/** The headings, as a table of contents. */
export function outlineOf(blocks: readonly Block[]): Entry[] {
  return blocks.flatMap((block, index) => (block.type === 'heading' ? [{ id: placeOf(index), level: block.level, text: block.text }] : []))
}

/** Which section is written below which heading. Sections without a heading stand in no block. */
export function sectionsByBlock(blocks: readonly Block[], sections: readonly Section[]): Map<number, Section> {
  const places = new Map<number, Section>()
  for (const section of sections) {
    const at = blocks.findIndex((block) => block.type === 'heading' && block.section === section.section)
    if (at >= 0) places.set(at, section)
  }
  return places
}

function runsOf(block: Block): TextRun[] {
  if (block.type === 'paragraph') return block.runs
  return block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.runs)) : []
}

/** The first block that shows a figure. */
export function blockOfFact(blocks: readonly Block[], fact: string): number {
  return blocks.findIndex((block) => runsOf(block).some((run) => run.fact === fact))
}

export interface Gap {
  id: string
  text: string
}

/** Places that lack a figure or a text, one for each block. */
export function gapsOf(blocks: readonly Block[]): Gap[] {
  return blocks.flatMap((block, index) => {
    const missing = runsOf(block).filter((run) => run.missing)
    return missing.length > 0 ? [{ id: placeOf(index), text: [...new Set(missing.map(({ text }) => text))].join('') }] : []
  })
}

export interface PlacedFinding extends Finding {
  /** The fact to show in the report, where it is printed there. */
  fact: string | null
}

/** The findings with the place in the report that each is about. */
export function placedFindings(preview: Preview): PlacedFinding[] {
  return preview.findings.map((finding) => {
    const { code } = finding
    return { ...finding, fact: code !== null && blockOfFact(preview.blocks, code) >= 0 ? code : null }
  })
}

/** `run` and `code` of the path of a fact, as the server names it. */
export function factPath(path: string): { run: string; code: string } | null {
  const match = /^\/api\/v1\/indicators\/runs\/([^/]+)\/facts\/([^/]+)$/.exec(path)
  if (!match) return null
  return { run: decodeURIComponent(match[1] ?? ''), code: decodeURIComponent(match[2] ?? '') }
}
