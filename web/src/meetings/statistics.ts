// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { lastDayOfMonth } from './time'

export type Statistics = Contract<'MeetingStatistics'>
export type Count = Contract<'MeetingCount'>
export type Grouping = 'month' | 'kind' | 'size' | 'host'
export const groupings: readonly Grouping[] = ['month', 'kind', 'size', 'host']
interface Range {
  from: string
  until: string
}

/** What the list has to be narrowed to so that it holds exactly what a number counted. */
export function listOf(grouping: Grouping, key: string, range: Range): Record<string, string> {
  if (grouping !== 'month') return { ...range, measure: 'held', [grouping]: key }
  const [first, last] = [`${key}-01`, lastDayOfMonth(key)]
  return { from: first < range.from ? range.from : first, until: last > range.until ? range.until : last, measure: 'held' }
}
