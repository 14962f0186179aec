// SPDX-License-Identifier: Apache-2.0
import type { components } from '@/shared/api.gen'
import { measureParts, wire, type Measure } from './targets'

type LedgerColumn = components['schemas']['LedgerColumn']

export const methods = ['count', 'sum', 'average', 'maximum', 'share', 'within', 'distinct'] as const
export type Method = (typeof methods)[number]
export const methodName = (method: Method): string => wire[`method_${method}`]
export const methodOf = (name: string): Method | undefined => methods.find((method) => methodName(method) === name)

const budgetTables = ['payments', 'lines', 'documents', 'services'] as const
export const budgetSources = () => budgetTables.map((table) => `${wire.source_budget}:${wire[`table_${table}`]}`)
export const registerSource = (name: string) => `${wire.source_register}:${name}`
/** The register of 台账:会议台账; null where it is none. */
export const registerOf = (source: string): string | null => {
  const match = new RegExp(`^${wire.source_register}[:：](.+)$`).exec(source.trim())
  return match?.[1] ?? null
}

/** Which cells a method uses: a column, a condition of the numerator or a limit. */
export const wantsField = (method: Method | undefined) => method !== undefined && method !== 'count'
export const wantsNumerator = (method: Method | undefined) => method === 'share' || method === 'within'

export const operators = ['=', '≠', '≥', '≤', '>', '<', wire.contains] as const

/** 状态=已召开 and 类别=甲类: another condition after those that are there. */
export const withCondition = (text: string, column: string, operator: string, value: string): string =>
  [text.trim().replace(/[;；]$/, ''), `${column}${operator}${value.trim()}`].filter(Boolean).join('; ')

/** Titles of two columns of the same kind of time: their difference can be measured. */
export function differences(columns: readonly Pick<LedgerColumn, 'title' | 'type'>[]): string[] {
  const ofKind = (kind: 'time' | 'date') => columns.filter(({ type }) => type === kind).map(({ title }) => title)
  return [ofKind('time'), ofKind('date')].flatMap((titles) => titles.flatMap((later) => titles.flatMap((earlier) => (later === earlier ? [] : [`${later}-${earlier}`]))))
}

/** 86/1 is 86 for people; 200/3 stays what it is. */
export const exactText = (fraction: string): string => fraction.replace(/\/1$/, '')
export const measureWords = (measure: Measure): string => measureParts.map((part) => measure[part] ?? '').filter(Boolean).join(' · ')
export const isComplete = (measure: Measure) => measure.source.trim() !== '' && measure.method.trim() !== ''
