// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { fakeServer, mounted, sessionOf } from '@/shared/testing'
import OwnTodo from './OwnTodo.vue'

it.each([[1, 1, 2], [1, 0, 1], [0, 1, 1], [0, 0, 0]])('%i notices and %i reports are %i lines on the desk', async (open, total, lines) => {
  fakeServer({ 'GET /api/v1/meetings/notices': { body: { items: [], next: null, total: open, open } }, 'GET /api/v1/repairs/orders': { body: { items: [], next: null, total } } })
  const wrapper = await mounted(OwnTodo, { me: sessionOf(['meetings.read', 'repairs.work']) })
  expect([wrapper.find('section').exists(), wrapper.findAll('p').length]).toEqual([lines > 0, lines])
})

it('who only reports faults is not asked to take them up', async () => {
  const sent = fakeServer({})
  await mounted(OwnTodo, { me: sessionOf(['repairs.read', 'repairs.report']) })
  expect(sent).toHaveLength(0)
})
