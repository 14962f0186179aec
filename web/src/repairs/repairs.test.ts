// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import { findingsOfEquipment, findingsOfPlan, emptyEquipment, emptyPlan, planOf } from './equipment'
import CountTable from './CountTable.vue'
import InspectPage from './InspectPage.vue'
import OrderPage from './OrderPage.vue'
import OrdersPage from './OrdersPage.vue'
import { clockStateAt, clockText, durationText, type Order, type OrderFile } from './repairs'
import ReportPage from './report/ReportPage.vue'
import StatisticsPage from './StatisticsPage.vue'

const base = '/api/v1/repairs'
const due = '2026-03-03T01:00:00Z'
const at = Date.parse(due)
const clock = (more: Partial<Order['clock']> = {}) => ({ clock: { state: 'running' as const, used_seconds: 0, limit_seconds: 86_400, due_at: due, pauses: [], ...more } })
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

describe('the clock of an order', () => {
  it('is late from the second after its time on, without asking', () => {
    expect([clockStateAt(clock(), at), clockStateAt(clock(), at + 1)]).toEqual(['running', 'late'])
    expect(clockText(clock(), at)).toBe('还剩 0 小时 0 分')
    expect(clockText(clock(), at - 3_660_000)).toBe('还剩 1 小时 1 分')
    expect(clockText(clock(), at + 60_000)).toBe('超时 0 小时 1 分')
  })
  it('that is paused or over says its state', () => {
    expect(clockText(clock({ state: 'paused', due_at: null }), at)).toBe('计时暂停')
    expect(clockText(clock({ state: 'late', due_at: null, used_seconds: 90_000 }), at)).toBe('超时 1 小时 0 分')
  })
  it('counts begun minutes', () => expect([durationText(60), durationText(61)]).toEqual(['0 小时 1 分', '0 小时 2 分']))
})

describe('what is typed', () => {
  it('is in a room or at a place', () => {
    const one = { ...emptyEquipment(), code: 'c', name: 'n', kind: 'k' }
    expect(findingsOfEquipment(one)['/room']).toBeTruthy()
    expect(findingsOfEquipment({ ...one, room: 'A', place: 'p' })['/room']).toBeTruthy()
    expect(Object.values(findingsOfEquipment({ ...one, room: 'A' })).filter(Boolean)).toEqual([])
  })
  it('comes again after 1 to 3660 days, with items a line each', () => {
    const plan = { ...emptyPlan(), code: 'c', name: 'n', kind: 'k', first_day: '2026-01-01', items: ' a \n\nb' }
    expect(['0', '1', '3660', '3661', 'x'].map((every_days) => findingsOfPlan({ ...plan, every_days })['/every_days'] === false)).toEqual([false, true, true, false, false])
    expect(planOf(plan).items).toEqual(['a', 'b'])
  })
})

describe('the phone without a session', () => {
  const asked = `POST ${base}/public/equipment`
  const reported = `POST ${base}/public/reports`
  const bodies = async (sent: Request[], path: string) => Promise.all(sent.filter(({ url }) => url.endsWith(path)).map((one) => one.clone().json() as Promise<Record<string, unknown>>))
  const open = () => mounted(ReportPage, { at: '/report#the-code', path: '/report' })

  it('sends the code in the body alone, with an id of its own', async () => {
    const sent = fakeServer({ [asked]: { body: { name: 'n', place: 'p' } }, [reported]: { status: 201, body: { number: 'BX1' } } })
    const page = await open()
    await page.get('form').trigger('submit')
    expect(await bodies(sent, '/reports')).toEqual([])
    await page.get('textarea').setValue(' 无声 ')
    await page.get('form').trigger('submit')
    await flushPromises()
    const [body] = await bodies(sent, '/reports')
    expect(body).toMatchObject({ code: 'the-code', fault: '无声', contact: null })
    expect(body?.id).toMatch(/^[0-9a-f]{32}$/)
    expect(sent.every(({ url, credentials }) => !url.includes('the-code') && credentials === 'omit')).toBe(true)
    expect(page.text()).toContain('BX1')
  })
  it('says why a label is none', async () => {
    fakeServer({ [asked]: { status: 404, body: problem(404, 'repairs.label.unknown') } })
    expect((await open()).text()).toContain('repairs.label.unknown')
  })
})

describe('an inspection', () => {
  const equipment = { code: 'E', name: '投影', kind: 'k', room: 'A', place: null, model: null, since: null, is_active: true, note: null, version: 1 }
  const plan = { code: 'P', name: '计划', kind: 'k', every_days: 30, first_day: '2026-01-01', items: ['画面', '遥控'], is_active: true, version: 1 }
  it('answers each item, and says what is wrong with what failed', async () => {
    const sent = fakeServer({ [`GET ${base}/equipment`]: { body: { items: [equipment] } }, [`GET ${base}/plans`]: { body: { items: [plan] } }, [`POST ${base}/inspections`]: { status: 201, body: { number: 'JC1', items: [{ item: '遥控', result: 'failed', order: 'BX1' }] } } })
    const page = await mounted(InspectPage, { at: '/repairs/inspect?equipment=E&plan=P', me: sessionOf(['repairs.read', 'repairs.work', 'repairs.report']) })
    const posted = () => sent.filter(({ method, url }) => method === 'POST' && url.endsWith('/inspections'))
    await page.findAll('input[value=passed]')[0]?.setValue()
    await page.findAll('input[value=failed]')[1]?.setValue()
    await page.get('form').trigger('submit')
    expect(posted()).toHaveLength(0)
    await page.findAll('input:not([type=radio]):not([type=file])')[0]?.setValue('没有电池')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(await posted()[0]?.json()).toMatchObject({ equipment: 'E', plan: 'P', items: [{ item: '画面', result: 'passed', note: null }, { item: '遥控', result: 'failed', note: '没有电池' }] })
    expect(page.text()).toContain('BX1')
  })
})

describe('an order', () => {
  const order = { number: 'BX1', equipment: 'E', equipment_name: 'n', kind: 'k', room: 'A', place: null, fault: '无声', source: 'qr', state: 'submitted', reported_at: due, reported_by: 'p', contact: null, repaired_at: null, repaired_by: null, work: null, reason: null, photos: 0, is_own: false, version: 7, ...clock() } as Order
  const file = (acts: OrderFile['acts']): OrderFile => ({ order, steps: [], photos: [], spare_rooms: [], acts })
  it('offers what the server says may be done, and does it as it was seen', async () => {
    const sent = fakeServer({ [`GET ${base}/orders/BX1`]: { body: file(['review']) }, [`POST ${base}/orders/BX1/review`]: { body: file([]) } })
    const page = await mounted(OrderPage, { at: '/repairs/orders/BX1', path: '/repairs/orders/:order', me: sessionOf(['repairs.read']) })
    expect(page.findAll('button').map((one) => one.text())).toEqual(['受理', '不受理'])
    await page.findAll('button')[0]?.trigger('click')
    await flushPromises()
    expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ version: 7, is_accepted: true, reason: null })
  })
})

describe('a number of the statistics', () => {
  const links = (page: Awaited<ReturnType<typeof mounted>>) => page.findAll('a').map((link) => link.attributes('href')?.replace('/repairs/orders?', ''))
  it('opens the days and the clock that it counts', async () => {
    fakeServer({})
    const counts = [{ key: '2026-02', name: '2026-02', count: 3, within: 2, late: 1 }]
    const page = await mounted(CountTable, { at: '/', props: { grouping: 'month', counts, from: '2026-02-10', until: '2026-12-31' } })
    expect(links(page)).toEqual(['scope=counted', 'clock=met', 'clock=late'].map((more) => `from=2026-02-10&until=2026-02-28&${more}`))
  })
  it('of what is not recorded opens that, and no other', async () => {
    fakeServer({})
    const page = await mounted(CountTable, { at: '/', props: { grouping: 'kind', counts: [{ key: '', name: '', count: 1, within: 0, late: 0 }], from: '2026-01-01', until: '2026-12-31' } })
    expect(links(page)).toEqual(['scope=counted', 'clock=met', 'clock=late'].map((more) => `from=2026-01-01&until=2026-12-31&without_equipment=true&${more}`))
  })
  it('opens its list, each one', async () => {
    const numbers = { from: '2026-01-01', until: '2026-12-31', reported: 9, accepted: 3, within: 2, late: 1, open: 4, share_within: '66.67', longest_seconds: 60, mean_seconds: 60, limit_hours: 24, limit_source: 's', by_month: [], by_kind: [], by_source: [] }
    fakeServer({ [`GET ${base}/statistics`]: { body: numbers } })
    const page = await mounted(StatisticsPage, { at: '/repairs/statistics?from=2026-01-01&until=2026-12-31' })
    expect(page.findAll('dd a').map((link) => link.text())).toEqual(['9', '3', '2', '1', '4'])
    expect(links(page)).toEqual(['scope=counted', 'state=accepted', 'clock=met', 'clock=late', 'scope=unrepaired'].map((more) => `from=2026-01-01&until=2026-12-31&${more}`))
  })
  it('asks the server for what its address says', async () => {
    const sent = fakeServer({ [`GET ${base}/orders`]: { body: { items: [], next: null, total: 0 } } })
    await mounted(OrdersPage, { at: '/repairs/orders?scope=unrepaired&without_equipment=true&own=true' })
    const asked = new URL(sent.find(({ url }) => url.includes('/orders'))?.url ?? '').searchParams
    expect(Object.fromEntries(asked)).toEqual({ scope: 'unrepaired', without_equipment: 'true', own: 'true', limit: '200' })
  })
})
