// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { amountOf, dividedHalfUp, fenOf, sumOf } from '@/shared/money'
import type { Amounts, Execution, ExecutionMonth } from './budget'
import { t } from './words'
import { t as say } from './wordsOfExecution'

export type Light = Execution['light']

const kinds: Record<NonNullable<Light>, StatusKind> = { red: 'bad', yellow: 'attention', green: 'good' }
/** The light as the server computed it: a shape and a word. */
export const lightOf = (light: Light): { kind: StatusKind; word: string } =>
  light === null ? { kind: 'neutral', word: say('light_none') } : { kind: kinds[light], word: say(`light_${light}`) }

/** Months that have begun by a day, and their share of the year: what the light compares the rate with. */
export function elapsedOf(day: string): { months: number; share: string } {
  const months = Number(day.slice(5, 7))
  const hundredths = dividedHalfUp(BigInt(months) * 10_000n, 12n)
  return { months, share: `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%` }
}

/** What would have been paid by the end of a month, were the budget spent evenly; in fen, half up. */
export const evenPace = (adjusted: string, month: number) => amountOf(dividedHalfUp(fenOf(adjusted) * BigInt(month), 12n))

export interface SumRow extends Amounts {
  key: 'whole' | 'basic' | 'project'
  name: string
}
export const sumRows = ({ whole, basic, project }: Execution): SumRow[] => [
  { key: 'whole', name: say('row_whole'), ...whole },
  { key: 'basic', name: t('kind_basic'), ...basic },
  { key: 'project', name: t('kind_project'), ...project },
]

export interface MonthRow extends ExecutionMonth {
  whole: string
  even: string
}
export function monthRows({ months, whole }: Execution): MonthRow[] {
  return months.map((month) => ({ ...month, whole: sumOf([month.basic, month.project]), even: evenPace(whole.adjusted, Number(month.month.slice(5, 7))) }))
}

/** The last day of a month, up to which a running sum counts. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate()).padStart(2, '0')}`
}
