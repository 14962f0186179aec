// SPDX-License-Identifier: Apache-2.0
// When a room has to be given back (党政机关办公用房管理办法, 2017); the server counts in the same way, here it is shown before anything is sent.

export type Event = 'transfer' | 'retirement' | 'concurrent_post_left'
export const events: readonly Event[] = ['transfer', 'retirement', 'concurrent_post_left']

const two = (number: number) => String(number).padStart(2, '0')

/** By the calendar; where that month has no such day, its last one. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const counted = month - 1 + months
  const [thatYear, thatMonth] = [year + Math.floor(counted / 12), counted % 12]
  const last = new Date(Date.UTC(thatYear, thatMonth + 1, 0)).getUTCDate()
  return `${thatYear}-${two(thatMonth + 1)}-${two(Math.min(date, last))}`
}

/** One month after a transfer or retirement, two after leaving a concurrent post. */
export const monthsAfter = (event: Event): number => (event === 'concurrent_post_left' ? 2 : 1)
/** The last day to give a room back. */
export const dueOn = (event: Event, happenedOn: string): string => monthsLater(happenedOn, monthsAfter(event))

export type DueGroup = 'overdue' | 'this_month' | 'later'
export const dueGroups: readonly DueGroup[] = ['overdue', 'this_month', 'later']

/** On its last day a room is not overdue. */
export function groupOf(due: string, today: string): DueGroup {
  if (due < today) return 'overdue'
  return due.slice(0, 7) === today.slice(0, 7) ? 'this_month' : 'later'
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
/** Days from one day to another; negative when that one is past. */
export const daysUntil = (day: string, today: string): number => dayNumber(day) - dayNumber(today)
