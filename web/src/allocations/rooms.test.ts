// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { areaOf, byHolder, holderOf } from './rooms'

type Room = Parameters<typeof byHolder>[0][number]
const room = (number: string, unit: string | null, use: Room['use'] = 'office'): Room => ({ number, floor: 1, name: null, use, usable_m2: '18.00', unit, note: null })

it.each([[null, 'nobody'], [' ', 'nobody'], ['甲', 'own'], ['乙', 'other']] as const)('a room of %s is %s for 甲', (unit, holder) => expect(holderOf({ unit }, '甲')).toBe(holder))

it('offers free rooms first, then the unit’s own, then those of others, and never what belongs to the building', () => {
  const rooms = [room('110', '乙'), room('109', '甲'), room('21', null), room('3', null, 'equipment'), room('4', null, 'ancillary'), room('5', null, 'technical'), room('9', null)]
  expect(byHolder(rooms, '甲').map(({ number }) => number)).toEqual(['5', '9', '21', '109', '110'])
})

it('adds chosen rooms up exactly', () => expect(areaOf([{ usable_m2: '0.10' }, { usable_m2: '0.20' }])).toBe('0.30'))
