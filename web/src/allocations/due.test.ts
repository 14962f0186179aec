// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { daysUntil, dueOn, groupOf, monthsLater } from './due'

it.each([
  ['2026-01-30', 1, '2026-02-28'], ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-02-28', 1, '2026-03-28'],
  ['2026-11-30', 2, '2027-01-30'], ['2026-12-31', 2, '2027-02-28'], ['2026-11-01', 1, '2026-12-01'],
])('%s and %i months is %s', (day, months, later) => expect(monthsLater(day, months)).toBe(later))

it.each([['transfer', '2026-12-26'], ['retirement', '2026-12-26'], ['concurrent_post_left', '2027-01-26']] as const)('after %s on 26 November a room is due on %s', (event, due) => {
  expect(dueOn(event, '2026-11-26')).toBe(due)
})

it.each([['2026-11-25', 'overdue', -1], ['2026-11-26', 'this_month', 0], ['2026-11-30', 'this_month', 4], ['2026-12-01', 'later', 5], ['2027-11-30', 'later', 369]] as const)('on 26 November, %s is %s', (due, group, days) => {
  expect([groupOf(due, '2026-11-26'), daysUntil(due, '2026-11-26')]).toEqual([group, days])
})
