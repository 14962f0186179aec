// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from 'vitest'
import { todoCount } from '@/shared/todo'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import TodoPanel from './TodoPanel.vue'
import { decidable, failedOf, isDecidable } from './useTodo'

const now = Date.parse('2026-11-24T12:00:00+08:00')
const grant = (proposed_by: string, person: string) => ({ proposed_by, person }) as Parameters<typeof decidable>[0][number]
const job = (account: string, ended_at: string | null) => ({ account, ended_at }) as Parameters<typeof failedOf>[0][number]

it('only what this person can do something about waits for them', () => {
  expect(decidable([grant('sys', 'p2'), grant('sec', 'p2'), grant('sys', 'p1')], { account: 'sec', person: 'p1' })).toBe(1)
  expect(failedOf([job('me', '2026-11-24T08:00:00+08:00'), job('me', '2026-11-01T08:00:00+08:00'), job('you', '2026-11-24T08:00:00+08:00'), job('me', null)], 'me', now)).toBe(1)
})

it('what waits is counted and leads to where it is done', async () => {
  const sent = fakeServer({ 'GET /api/v1/identity/grants': { body: { items: [grant('sys', 'p2'), grant('sys', 'p3')], next: null } } })
  todoCount.value = 3
  const wrapper = await mounted(TodoPanel, { me: sessionOf(['identity.authorise']) })
  expect(wrapper.get('button').text()).toBe('待办5')
  await wrapper.get('button').trigger('click')
  expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(['/desk', '/grants?state=proposed'])
  expect(sent).toHaveLength(1)
  todoCount.value = null
})

it('what was reported by label waits for whoever takes it up', async () => {
  vi.stubGlobal('EventSource', QuietEvents)
  fakeServer({ 'GET /api/v1/repairs/orders': { body: { items: [], next: null, total: 2 } } })
  const wrapper = await mounted(TodoPanel, { me: sessionOf(['repairs.work']) })
  expect(wrapper.get('button').text()).toBe('待办2')
  await wrapper.get('button').trigger('click')
  expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(['/repairs/orders?state=submitted'])
})

it('a restoration waits for the second administrator, and only as long as it counts', async () => {
  const restoration = (state: 'asked' | 'expired', account = 'sys') => ({ state, account }) as NonNullable<Parameters<typeof isDecidable>[0]>
  expect([isDecidable(restoration('asked'), 'sec'), isDecidable(restoration('asked', 'sec'), 'sec'), isDecidable(restoration('expired'), 'sec'), isDecidable(null, 'sec')]).toEqual([true, false, false, false])
  fakeServer({ 'GET /api/v1/system/status': { body: { restoration: restoration('asked') } } })
  const wrapper = await mounted(TodoPanel, { me: sessionOf(['system.approve']) })
  expect(wrapper.get('button').text()).toBe('待办1')
  await wrapper.get('button').trigger('click')
  expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toEqual(['/backups'])
})

it('nobody is asked for what a person may not do, or before their account is complete', async () => {
  const sent = fakeServer({})
  for (const me of [sessionOf(['budget.read']), sessionOf(['identity.authorise', 'jobs.start'], { must_set_second_factor: true })]) {
    expect((await mounted(TodoPanel, { me })).get('button').text()).toBe('待办')
  }
  expect(sent).toHaveLength(0)
})

it('the clock alone asks for nothing: whoever is away must not be kept signed in', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const sent = fakeServer({ 'GET /api/v1/identity/grants': { body: { items: [], next: null } } })
  await mounted(TodoPanel, { me: sessionOf(['identity.authorise']) })
  await vi.advanceTimersByTimeAsync(31 * 60_000)
  expect(sent).toHaveLength(1)
  vi.useRealTimers()
})
