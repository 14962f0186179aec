// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import ApprovalsPage from './ApprovalsPage.vue'
import BookingsPage from './BookingsPage.vue'
import ChangeDialog from './ChangeDialog.vue'
import CountTable from './CountTable.vue'
import type { Booking } from './meetings'
import NewPage from './NewPage.vue'
import TimelinePage from './TimelinePage.vue'

const room = { code: 'A', name: '一号', area: '东区', seats: 40, equipment: ['投影'], layouts: [], opening: { weekdays: [1], from: '08:00', until: '18:00', closed_days: [] }, needs_approval: true, is_active: true, note: null, version: 1 }
const booking = (number: string, more: Partial<Booking> = {}): Booking => ({
  number, room: 'A', room_name: '一号', venue: null, from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', state: 'pending', title: number, kind: 'k', host: 'h', attendees: 3, layout: null, equipment: [], is_confidential: false, is_own: false,
  is_clashing: false, may_move: true, series: null, asked_by: 'p', asked_at: '2026-02-02T01:00:00Z', reason: null, note: null, version: 4, ...more,
})
const free = { instances: [{ from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', is_open: true, is_free: true, clashes: [] }], alternatives: [] }
const taken = { instances: [{ ...free.instances[0], is_free: false, clashes: [{ number: 'B9', from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', state: 'approved', title: null, host: 'h' }] }], alternatives: [{ room: 'B', name: '二号', seats: 20, from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z' }] }
const base = '/api/v1/meetings'
const common = { [`GET ${base}/rooms`]: { body: { items: [room, { ...room, code: 'B', name: '二号' }], next: null } }, [`GET ${base}/statistics`]: { status: 403, body: problem(403, 'request.forbidden') } }
const everything = sessionOf(['meetings.read', 'meetings.book', 'meetings.approve', 'meetings.edit'])
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

it('the timeline asks for the week of a day, narrowed as the address says', async () => {
  const sent = fakeServer({ ...common, [`GET ${base}/timeline`]: { body: { from: '2026-03-02', days: 7, rooms: [room], blocks: [] } } })
  await mounted(TimelinePage, { at: '/meetings/timeline?view=week&day=2026-03-05&area=东区&seats=30&equipment=投影', me: everything })
  const asked = sent.map(({ url }) => new URL(url)).find(({ pathname }) => pathname.endsWith('/timeline'))
  expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual({ from: '2026-03-02', days: '7', area: '东区', seats: '30', equipment: '投影' })
})

describe('the booking form', () => {
  const address = '/meetings/new?room=A&from=2026-03-02T01:00:00Z&until=2026-03-02T02:00:00Z'
  async function written() {
    const page = await mounted(NewPage, { at: address, me: everything })
    const [title, kind, host, attendees] = ['/title', '/kind', '/host', '/attendees'].map((_, index) => page.findAll('input').filter((input) => input.attributes('type') !== 'date' && input.attributes('type') !== 'time')[index])
    for (const [input, value] of [[title, 't'], [kind, 'k'], [host, 'h'], [attendees, '9']] as const) await input?.setValue(value)
    await flushPromises()
    return page
  }

  it('takes room and times from the address and sends them once', async () => {
    const sent = fakeServer({ ...common, [`POST ${base}/clashes`]: { body: free }, [`POST ${base}/bookings`]: { status: 201, body: { items: [booking('B1')] } } })
    const page = await written()
    await page.get('form').trigger('submit')
    await flushPromises()
    const booked = sent.filter(({ url, method }) => method === 'POST' && url.endsWith('/bookings'))
    expect(booked).toHaveLength(1)
    expect(booked[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(await booked[0]?.json()).toMatchObject({ room: 'A', from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', title: 't', attendees: 9, series: null })
  })

  it('does not send what is taken, and takes what is offered', async () => {
    const sent = fakeServer({ ...common, [`POST ${base}/clashes`]: { body: taken } })
    const page = await written()
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(sent.some(({ url }) => url.endsWith('/bookings'))).toBe(false)
    await page.findAll('[data-clashes] button')[0]?.trigger('click')
    await flushPromises()
    const asked = sent.filter(({ url }) => url.endsWith('/clashes'))
    expect(await asked.at(-1)?.json()).toMatchObject({ room: 'B' })
  })

  it('asks again what is free when somebody was faster', async () => {
    const sent = fakeServer({ ...common, [`POST ${base}/clashes`]: { body: free }, [`POST ${base}/bookings`]: { status: 409, body: problem(409, 'meetings.booking.taken') } })
    const page = await written()
    const before = sent.filter(({ url }) => url.endsWith('/clashes')).length
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(sent.filter(({ url }) => url.endsWith('/clashes')).length).toBe(before + 1)
    expect(page.find('[role=alert]').exists()).toBe(true)
  })
})

it('an approval names the state that was seen', async () => {
  const sent = fakeServer({
    [`GET ${base}/bookings`]: { body: { items: [booking('B1')], next: null, total: 1 } },
    [`POST ${base}/bookings/B1/decision`]: { body: { booking: booking('B1', { state: 'approved' }), clashes: [], alternatives: [], steps: [], following: 0 } },
  })
  const page = await mounted(ApprovalsPage, { me: everything })
  await page.get('[data-booking=B1] .el-button--primary').trigger('click')
  await flushPromises()
  const decided = sent.find(({ url }) => url.endsWith('/decision'))
  expect(await decided?.json()).toEqual({ version: 4, is_approved: true, reason: null })
  const without = await mounted(ApprovalsPage, { me: sessionOf(['meetings.read']) })
  expect(without.find('[data-booking=B1] .el-button--primary').exists()).toBe(false)
})

it('the list reads every part of what a number counted', async () => {
  const parts = [{ items: [booking('B1')], next: 'more', total: 2 }, { items: [booking('B2')], next: null, total: 2 }]
  const sent = fakeServer({ ...common, [`GET ${base}/bookings`]: () => ({ body: parts.shift() }) })
  await mounted(BookingsPage, { at: '/meetings/bookings?from=2026-01-01&until=2026-01-31&measure=held&kind=k', me: everything })
  await flushPromises()
  const asked = sent.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.endsWith('/bookings')).map(({ searchParams }) => Object.fromEntries(searchParams))
  expect(asked).toEqual([{ from: '2026-01-01', until: '2026-01-31', measure: 'held', kind: 'k', limit: '200' }, { from: '2026-01-01', until: '2026-01-31', measure: 'held', kind: 'k', limit: '200', cursor: 'more' }])
})

it('a number of the statistics opens exactly its list', async () => {
  const page = await mounted(CountTable, { props: { grouping: 'size', counts: [{ key: 'small', name: 's', count: 1930, hours: '1.0', attendees: 2 }], from: '2026-01-01', until: '2026-12-31' } })
  const link = page.findAll('a').find((one) => one.text() === '1,930')
  expect(link?.attributes('href')).toBe('/meetings/bookings?from=2026-01-01&until=2026-12-31&measure=held&size=small')
})

it('what somebody else wrote of a meeting meanwhile is shown beside one’s own, and nothing is overwritten', async () => {
  const file = (title: string) => ({ booking: booking('B1', { title }), clashes: [], alternatives: [], steps: [], following: 0 })
  const titles = ['before', 'theirs']
  const sent = fakeServer({
    ...common,
    [`GET ${base}/bookings/B1`]: () => ({ body: file(titles.shift() ?? ''), headers: { etag: `"${titles.length}"` } }),
    [`PUT ${base}/bookings/B1`]: { status: 412, body: problem(412, 'request.changed') },
  })
  const dialog = await mounted(ChangeDialog, { props: { number: 'B1', room: undefined }, me: everything })
  await flushPromises()
  const title = document.querySelector<HTMLInputElement>('form input')
  if (!title) throw new Error('there is no form')
  title.value = 'mine'
  title.dispatchEvent(new Event('input'))
  document.querySelector('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
  const clash = [...document.querySelectorAll('.clashes tbody tr')].map((row) => row.textContent ?? '')
  expect(clash).toHaveLength(1)
  for (const text of ['before', 'mine', 'theirs']) expect(clash[0]).toContain(text)
  expect(sent.filter(({ method }) => method === 'PUT').map(({ headers }) => headers.get('if-match'))).toEqual(['"1"'])
  expect(dialog.emitted('done')).toBeUndefined()
})
