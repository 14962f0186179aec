// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { isMoment, type ColumnType, type LedgerColumn } from './ledgers'
import { t as say } from './wordsOfColumns'

/** A column as it is typed: the choices as one text. */
export interface TypedColumn {
  title: string
  type: ColumnType
  unit: string
  choices: string
  required: boolean
  identity: boolean
  period: boolean
}

export const emptyColumn = (): TypedColumn => ({ title: '', type: 'text', unit: '', choices: '', required: false, identity: false, period: false })

export const choicesOf = (text: string) => text.split(/[、,，;；\n]/).map((choice) => choice.trim()).filter((choice) => choice !== '')

export function typedColumn({ title, type, unit, choices, required, identity, period }: LedgerColumn): TypedColumn {
  return { title, type, unit: unit ?? '', choices: choices.join('、'), required, identity, period }
}

/** As the server takes it. What does not belong to the type is left out; an identity is always required. */
export function columnOf(typed: TypedColumn): Contract<'NewLedgerColumn'> {
  return {
    title: typed.title.trim(),
    type: typed.type,
    unit: typed.type === 'decimal' || typed.type === 'integer' ? typed.unit.trim() || null : null,
    choices: typed.type === 'choice' ? choicesOf(typed.choices) : [],
    required: typed.required || typed.identity,
    identity: typed.identity,
    period: typed.period,
  }
}

/** What is wrong with the columns, by pointer. The server decides by itself again. */
export function findingsOfColumns(columns: readonly TypedColumn[]): Record<string, string | false> {
  const found: Record<string, string | false> = {}
  const seen = new Set<string>()
  for (const [index, column] of columns.entries()) {
    const title = column.title.trim()
    found[`/columns/${index}/title`] = title === '' ? say('title_missing') : seen.has(title) && say('title_twice', { title })
    found[`/columns/${index}/choices`] = column.type === 'choice' && choicesOf(column.choices).length === 0 && say('choices_missing')
    found[`/columns/${index}/period`] = column.period && !isMoment(column.type) && say('period_type')
    seen.add(title)
  }
  const periods = columns.filter(({ period }) => period).length
  found['/columns'] = columns.some(({ identity }) => identity) ? periods > 1 && say('periods') : say('identity_missing')
  return found
}

export function moved<T>(list: readonly T[], from: number, step: -1 | 1): T[] {
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(from + step, 0, one)
  return next
}
