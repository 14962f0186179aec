// SPDX-License-Identifier: Apache-2.0
import { isMoment, isNumber, type LedgerColumn } from './ledgers'
import { t as say } from './wordsOfRecords'

export type Sign = '=' | '~' | '>=' | '<='
/** One column against a value, as the server reads it: 状态=已完成, 人数>=12; `=` and nothing: cells without a value. */
export interface Condition {
  column: string
  sign: Sign
  value: string
}

const signs: readonly Sign[] = ['>=', '<=', '=', '~']

export const writtenAs = ({ column, sign, value }: Condition) => `${column}${sign}${value.trim()}`

/** The inverse; the longest title that fits, as a title may itself end in a sign. Undefined: not about these columns. */
export function conditionOf(text: string, columns: readonly LedgerColumn[]): Condition | undefined {
  const found = columns
    .filter(({ title }) => text.startsWith(title) && signs.some((sign) => text.startsWith(sign, title.length)))
    .sort((a, b) => b.title.length - a.title.length)[0]
  const sign = found && signs.find((one) => text.startsWith(one, found.title.length))
  return found && sign && { column: found.title, sign, value: text.slice(found.title.length + sign.length) }
}

/** Only numbers, days and times are more or less. */
export const signsOf = (column: LedgerColumn): Sign[] => (isNumber(column.type) || isMoment(column.type) ? ['=', '>=', '<='] : ['=', '~'])

export function conditionText({ column, sign, value }: Condition): string {
  if (value.trim() === '') return say('is_empty', { column })
  return say(sign === '~' ? 'contains' : sign === '>=' ? 'at_least' : sign === '<=' ? 'at_most' : 'equals', { column, value })
}
