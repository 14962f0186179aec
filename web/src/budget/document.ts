// SPDX-License-Identifier: Apache-2.0
import { amountOf, fenOf, sumOf } from '@/shared/money'
import type { BudgetDocument, DocumentKind, NewDocument } from './budget'
import { t } from './words'
import { t as say } from './wordsOfDocuments'

export const documentKinds: readonly DocumentKind[] = ['initial', 'supplement', 'reduction', 'transfer', 'carry_over']

/** What a document made of one line. */
export interface LineChange {
  line: string
  before: string
  amount: string
  after: string
}

/** By number: what each line was before and after. Documents count by day; on one day in the order that they came in. */
export function changesOf(documents: readonly BudgetDocument[]): Map<string, LineChange[]> {
  const stands = new Map<string, bigint>()
  const inOrder = [...documents].sort((a, b) => a.issued_on.localeCompare(b.issued_on))
  return new Map(inOrder.map(({ number, lines }) => [number, lines.map(({ line, amount }) => {
    const before = stands.get(line) ?? 0n
    const after = before + fenOf(amount)
    stands.set(line, after)
    return { line, before: amountOf(before), amount, after: amountOf(after) }
  })]))
}

export interface TypedLine {
  line: string
  /** Without a sign: the kind, or `isOut` of a transfer, says the direction. */
  amount: string
  isOut: boolean
}
export interface TypedDocument {
  number: string
  issued_on: string
  kind: DocumentKind
  reason: string
  lines: TypedLine[]
}

export const emptyLine = (isOut = false): TypedLine => ({ line: '', amount: '', isOut })
export const emptyDocument = (day: string): TypedDocument => ({ number: '', issued_on: day, kind: 'supplement', reason: '', lines: [emptyLine()] })

const isTouched = ({ line, amount }: TypedLine) => line !== '' || amount !== ''
const isNegative = (kind: DocumentKind, { isOut }: TypedLine) => kind === 'reduction' || (kind === 'transfer' && isOut)

/** The amount as the document carries it. */
export function signed(kind: DocumentKind, typed: TypedLine): string {
  return isNegative(kind, typed) ? amountOf(-fenOf(typed.amount)) : typed.amount
}

export function documentOf(typed: TypedDocument): NewDocument {
  const lines = typed.lines.filter(isTouched).map((one) => ({ line: one.line, amount: signed(typed.kind, one) }))
  return { number: typed.number.trim(), issued_on: typed.issued_on, kind: typed.kind, reason: typed.reason.trim() || null, lines }
}

function findingsOfLines(typed: TypedDocument): Record<string, string | false> {
  const seen = new Set<string>()
  const found: Record<string, string | false> = {}
  for (const [index, one] of typed.lines.entries()) {
    if (!isTouched(one)) continue
    found[`/lines/${index}/line`] = one.line === '' ? t('choose', { field: t('line') }) : seen.has(one.line) && say('repeated', { line: one.line })
    found[`/lines/${index}/amount`] = one.amount === '' ? t('fill', { field: t('amount') }) : fenOf(one.amount) <= 0n && say('positive')
    seen.add(one.line)
  }
  return found
}

/** What a transfer takes out and puts in. */
export function sidesOf(lines: readonly TypedLine[]): { into: string; out: string } {
  const side = (isOut: boolean) => sumOf(lines.filter((one) => one.isOut === isOut && one.amount !== '').map(({ amount }) => amount))
  return { into: side(false), out: side(true) }
}

function findingOfDay({ issued_on, kind }: TypedDocument, year: number): string | false {
  if (issued_on === '') return t('fill', { field: t('issued_on') })
  // The first approval and a carry-over may be older than the year.
  if (kind === 'initial' || kind === 'carry_over') return issued_on > `${year}-12-31` && say('year_after', { year })
  return !issued_on.startsWith(`${year}-`) && say('year_wrong', { year })
}

export function findingsOfDocument(typed: TypedDocument, year: number): Record<string, string | false> {
  const { into, out } = sidesOf(typed.lines)
  const lines = typed.lines.some(isTouched) ? typed.kind === 'transfer' && into !== out && say('unbalanced', { into, out }) : say('no_lines')
  return {
    '/number': typed.number.trim() === '' && t('fill', { field: t('number') }),
    '/issued_on': findingOfDay(typed, year),
    ...findingsOfLines(typed),
    '/lines': lines,
  }
}
