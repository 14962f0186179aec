// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { heldText, permissionText, roleText } from './rights'

it('rights have words, and what this page does not know keeps the server’s', () => {
  expect(heldText({ role: 'performance', scope: 'unit_and_below' })).toBe('绩效科（本单位及下级）')
  expect(permissionText('budget.pay')).toBe('登记支付')
  expect([roleText('astrologer'), permissionText('moon.read')]).toEqual(['astrologer', 'moon.read'])
})
