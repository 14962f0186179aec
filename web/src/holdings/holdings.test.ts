// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { IdleRoom } from './holdings'
import { byBuilding, nextStates } from './idle'
import { endOf, incomeOf, readArea } from './leases'
import { workbookAddress } from './reconciliation'

describe('the end of a lease', () => {
  it.each([[-1, 'past'], [0, 'soon'], [30, 'soon'], [31, 'far']] as const)('with %i days left is %s', (days_left, end) => {
    expect(endOf({ days_left }, 30)).toBe(end)
  })
})

it('keeps rents due and paid apart, of what is let alone', () => {
  const leases = [
    { kind: 'out' as const, income_due: '100.10', income_paid: '40.05' },
    { kind: 'out' as const, income_due: '0.20', income_paid: null },
    { kind: 'in' as const, income_due: '999.00', income_paid: null },
  ]
  expect(incomeOf(leases)).toEqual({ due: '100.30', paid: '40.05', open: '60.25' })
})

it.each([['18.4', '18.40'], ['1,200', '1200.00'], ['0', null], ['-3', null], ['18.401', null], ['x', null], ['', null]])('reads the area %s as %s', (typed, area) => {
  expect(readArea(typed)).toBe(area)
})

it('adds idle rooms up by building, exactly, the largest first', () => {
  const room = (building: string, usable_m2: string) => ({ building, building_name: building, usable_m2 }) as IdleRoom
  expect(byBuilding([room('A', '0.10'), room('B', '9.00'), room('A', '0.20')]).map(({ building, rooms, area_m2 }) => [building, rooms, area_m2])).toEqual([['B', 1, '9.00'], ['A', 2, '0.30']])
})

it.each([['idle', ['offered', 'transferred']], ['offered', ['transferred', 'let', 'kept']], ['let', ['offered', 'transferred']], ['kept', ['offered', 'transferred']], ['transferred', ['offered']]] as const)('after %s may come %s', (now, next) => {
  expect(nextStates(now)).toEqual(next)
})

it('takes the list that is shown away as a workbook', () => {
  expect(workbookAddress('ledger', true)).toBe('/api/v1/holdings/reconciliations/ledger/export?differing=true')
  expect(workbookAddress('title', false)).toBe('/api/v1/holdings/reconciliations/title/export')
})
