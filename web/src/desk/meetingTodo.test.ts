// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { fakeServer, mounted, sessionOf } from '@/shared/testing'
import MeetingTodo from './MeetingTodo.vue'

it.each([[1, true], [0, false]])('%i notices stand on the desk: %s', async (open, isThere) => {
  fakeServer({ 'GET /api/v1/meetings/notices': { body: { items: [], next: null, total: open, open } } })
  const wrapper = await mounted(MeetingTodo, { me: sessionOf(['meetings.read']) })
  expect(wrapper.find('section').exists()).toBe(isThere)
})
