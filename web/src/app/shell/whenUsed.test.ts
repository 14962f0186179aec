// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeServer, mounted, sessionOf } from '@/shared/testing'
import TodoPanel from './TodoPanel.vue'

let hear: (event: MessageEvent<string>) => void = () => undefined
class Events {
  addEventListener = (_: string, heard: typeof hear) => (hear = heard)
  close = () => undefined
}
const told = (what: string) => hear({ data: JSON.stringify({ what }) } as MessageEvent<string>)
beforeEach(() => vi.stubGlobal('EventSource', Events))

async function open() {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const sent = fakeServer({ 'GET /api/v1/meetings/notices': { body: { items: [], next: null, total: 2, open: 2 } } })
  const wrapper = await mounted(TodoPanel, { me: sessionOf(['meetings.read']) })
  return { sent, wrapper }
}

it('notices of meetings are counted and lead to where they are acknowledged', async () => {
  const { wrapper } = await open()
  expect(wrapper.get('button').text()).toBe('待办2')
  await wrapper.get('button').trigger('click')
  expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(['/meetings/notices'])
  vi.useRealTimers()
})

it('one that comes is asked for at once while somebody is there, and otherwise when they are back: nobody is kept signed in by it', async () => {
  const { sent } = await open()
  told('meetings.notices')
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(60_000)
  told('meetings.notices')
  told('meetings.bookings')
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toHaveLength(2)
  window.dispatchEvent(new Event('pointerdown'))
  window.dispatchEvent(new Event('keydown'))
  await vi.advanceTimersByTimeAsync(10)
  expect(sent).toHaveLength(3)
  vi.useRealTimers()
})
