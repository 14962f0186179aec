// SPDX-License-Identifier: Apache-2.0
import type { HeaderMeaning, ImportResult } from './ledgers'

/** A header of the file that no column has, and where it stands. */
export interface UnknownHeader {
  header: string
  sheets: string[]
}

/** Each header once, with its sheets, in the order in which they were found. */
export function headersOf(found: ImportResult['unknown_headers']): UnknownHeader[] {
  const all = new Map<string, string[]>()
  for (const { header, sheet } of found) all.set(header, [...(all.get(header) ?? []), sheet])
  return [...all].map(([header, sheets]) => ({ header, sheets }))
}

/** What every asked header means; one that nobody gave a column is passed over. */
export const meaningsOf = (headers: readonly UnknownHeader[], chosen: Readonly<Record<string, string>>): HeaderMeaning[] =>
  headers.map(({ header }) => ({ header, column: chosen[header] || null }))

/** The columns that a header may still mean: no two headers are the same column. */
export function freeColumns(titles: readonly string[], chosen: Readonly<Record<string, string>>, header: string): string[] {
  const taken = new Set(Object.entries(chosen).filter(([other]) => other !== header).map(([, title]) => title))
  return titles.filter((title) => !taken.has(title))
}

/** Headers that were found and not asked about yet. */
export const newHeaders = (found: readonly UnknownHeader[], asked: readonly UnknownHeader[]) => found.filter(({ header }) => !asked.some((one) => one.header === header))
