// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as sample from './allocationsSample'
import { settled } from './browser'
import { chineseInFrame, dataOf, speak } from './english'
import { startStage, type Person, type Stage } from './stage'

// The pages of allocations with sample answers of the interface; sessions and the register of rooms are the server's own.
let stage: Stage
let officer: Person
let isEmpty = false
let changes: [string, unknown][] = []

const items = (list: unknown[]) => ({ items: isEmpty ? [] : list, next: null })
function answer(path: string): unknown {
  const [, slice, name = '', part = ''] = path.split('/').map(decodeURIComponent)
  if (slice === 'units') return name === '' ? items(sample.units) : sample.unitFile(name)
  if (slice === 'standards') return sample.standards
  if (slice === 'rooms') return items(sample.uses)
  if (slice === 'persons') return isEmpty ? { ...sample.over, items: [] } : sample.over
  if (slice === 'due') return items(sample.uses.filter((use) => 'due_on' in use && use.due_on !== null))
  if (slice === 'agreements') return name === '' ? items(sample.agreements) : sample.agreement(name)
  if (slice === 'publications') return items([{ year: 2025, published_on: '2025-12-20', place: '示例公告栏', document: '示例公示〔2025〕1号', recorded_by: '绩效科' }])
  if (slice === 'requests') return part === 'rooms' ? items(sample.freeRooms) : name === '' ? items(sample.requests) : sample.request(name)
  return null
}

beforeAll(async () => {
  stage = await startStage()
  officer = await stage.as('jixiao')
  await officer.page.route('**/api/v1/allocations/**', async (route) => {
    const path = new URL(route.request().url()).pathname.slice('/api/v1/allocations'.length)
    if (route.request().method() === 'GET') return route.fulfill({ json: answer(path) })
    changes.push([path, route.request().postDataJSON()])
    if (path === '/agreements' && changes.length === 1) {
      const errors = [{ pointer: '/rooms/0/room', code: 'allocations.room.given', message: '房间已在别的协议里（示例）' }]
      return route.fulfill({ status: 409, contentType: 'application/problem+json', json: { type: '', title: '不能签订', status: 409, detail: '示例', instance: '', code: 'allocations.room.given', trace_id: '0', errors } })
    }
    return route.fulfill({ status: 201, json: path === '/agreements' ? sample.agreement('2026-0001') : path.startsWith('/requests') ? sample.request('2026-0002') : {} })
  })
})
afterAll(() => stage?.stop())
beforeAll(() => officer.page.route('**/api/v1/premises/buildings/*/rooms', (route) => route.fulfill({ json: { items: sample.rooms, next: null } })))
beforeEach(() => {
  changes = []
})
afterEach(() => {
  isEmpty = false
  expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const lists = [['/allocations/units', '核定面积'], ['/allocations/persons', '人员用房'], ['/allocations/due', '到期清退'], ['/allocations/agreements', '使用协议'], ['/allocations/requests', '配置申请'], ['/allocations/publications', '年度公示']] as const
const others = [
  ['/allocations/units/示例单位甲', '核定面积计算书 示例单位甲'], ['/allocations/new/unit', '登记单位编制'], ['/allocations/units/示例单位甲/change', '调整单位编制 示例单位甲'], ['/allocations/persons?shown=over', '人员用房'],
  ['/allocations/agreements/2026-0001', '使用协议 2026-0001'], ['/allocations/new/agreement', '签订使用协议'], ['/allocations/requests/2026-0003', '配置申请 2026-0003：示例单位乙'], ['/allocations/requests/2026-0002', '配置申请 2026-0002：示例单位乙'],
  ['/allocations/requests/2026-0001', '配置申请 2026-0001：示例单位乙'], ['/allocations/new/request', '提出配置申请'],
] as const

describe('every page', () => {
  it.each([...lists, ...others] as [string, string][])('%s', async (path, name) => {
    await officer.open(path, name)
    await officer.looks(`allocations${path.replaceAll(/[/?=]/g, '-')}`, ['light', 'dark', 'elder', 'phone'])
  })

  it.each(lists as unknown as [string, string][])('%s with nothing in it', async (path, name) => {
    isEmpty = true
    await officer.open(path, name)
    await officer.looks(`allocations-empty${path.replaceAll('/', '-')}`, ['light'])
  })

  it('speaks English', async () => {
    const { page } = officer
    await officer.open('/allocations/units', '核定面积')
    await speak(page, 'English')
    const data = [...(await dataOf(page, ['/api/v1/identity/me', '/api/v1/premises/buildings'])), ...JSON.stringify(Object.values(sample)).match(/[\u4e00-\u9fff〔〕]+[^"]*/g) ?? [], '示例单位甲', '示例单位乙', '示例正职', '示例副职', '示例以下']
    const left: Record<string, string[]> = {}
    for (const [path] of [...lists, ...others]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      left[path] = await chineseInFrame(page, data)
    }
    await officer.browser.shot('allocations-english')
    await speak(page, '中文')
    expect(left).toEqual(Object.fromEntries([...lists, ...others].map(([path]) => [path, []])))
  })
})

it('an agreement is signed step by step; a room that another one has leads back to its step', async () => {
  const { page } = officer
  await officer.open('/allocations/new/agreement', '签订使用协议')
  const next = () => page.getByRole('button', { name: '下一步', exact: true }).click()
  await next()
  await page.getByRole('alert').getByRole('link', { name: /^单位/ }).waitFor()
  await page.getByLabel(/^单位/).first().selectOption('示例单位甲')
  await next()
  await page.locator('.rooms input').first().check()
  await officer.looks('allocations-agreement-rooms', ['light', 'dark', 'elder', 'phone'])
  await next()
  await page.getByLabel(/^结束日期/).fill('2030-12-31')
  await page.getByLabel('法人登记').check()
  await officer.looks('allocations-agreement-term', ['light', 'phone'])
  await next()
  await page.getByText('将要签订').waitFor()
  await officer.looks('allocations-agreement-check', ['light', 'phone'])
  await page.getByRole('button', { name: '签订', exact: true }).click()
  await page.locator('[data-step=rooms][aria-current=step]').waitFor()
  await page.getByRole('alert').getByRole('link', { name: /^房间/ }).click()
  expect(await page.locator('.choice').getAttribute('aria-invalid')).toBe('true')
  await officer.looks('allocations-agreement-refused', ['light', 'phone'])
  await next()
  await next()
  await page.getByRole('button', { name: '签订', exact: true }).click()
  await officer.heading('使用协议 2026-0001')
  expect(changes).toHaveLength(2)
  expect(changes[1]?.[1]).toMatchObject({ unit: '示例单位甲', valid_to: '2030-12-31', purposes: ['registration'] })
})

it('an event shows the day by which the room is due back before it is sent', async () => {
  const { page } = officer
  await officer.open('/allocations/persons', '人员用房')
  await officer.row('R-001').getByRole('button', { name: '登记变动：R-001' }).click()
  const dialog = officer.dialog('登记变动：R-001')
  await dialog.getByLabel(/^变动/).selectOption('retirement')
  await dialog.getByLabel(/^办理日期/).fill('2027-01-31')
  await dialog.getByText('2027-02-28').waitFor()
  expect(changes).toEqual([])
  await officer.looks('allocations-event', ['light', 'dark', 'phone'])
  await dialog.getByRole('button', { name: '登记变动', exact: true }).click()
  await expect.poll(() => changes.length).toBe(1)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('nothing came of 调剂: every suitable room asks for its reason, and 置换 is open only then', async () => {
  const { page } = officer
  await officer.open('/allocations/requests/2026-0003', '配置申请 2026-0003：示例单位乙')
  expect(await page.locator('[data-step]').evaluateAll((all) => all.map((step) => step.querySelector('.says') !== null))).toEqual([false, true, true, true])
  const form = page.getByRole('form', { name: '登记办理结果' })
  await form.getByLabel(/^结果/).selectOption('none')
  await form.getByLabel(/^依据文件/).fill('示例调〔2026〕3号')
  await form.getByLabel(/^办不成的原因/).fill('示例原因')
  await form.getByLabel(/203 不用的原因/).fill('太远')
  await form.getByRole('button', { name: '登记结果' }).click()
  await page.getByRole('alert').getByRole('link', { name: /204 不用的原因/ }).click()
  await officer.looks('allocations-request-refusals', ['light', 'dark', 'elder', 'phone'])
  await page.keyboard.type('太小')
  await page.keyboard.press('Enter')
  await expect.poll(() => changes.length).toBe(1)
  expect(changes[0]?.[1]).toMatchObject({ way: 'reallocation', result: 'none', refused_rooms: [{ room: '203', reason: '太远' }, { room: '204', reason: '太小' }] })
})

it('dialogs and the posts of a unit', async () => {
  const { page } = officer
  await officer.open('/allocations/persons', '人员用房')
  await page.getByRole('button', { name: '安排用房', exact: true }).click()
  await officer.dialog('安排用房').getByRole('button', { name: '安排用房', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  await officer.looks('allocations-give', ['light', 'dark', 'phone'])
  await officer.open('/allocations/requests/2026-0002', '配置申请 2026-0002：示例单位乙')
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await officer.dialog('办结 2026-0002').waitFor()
  await officer.looks('allocations-settle', ['light', 'phone'])
  await officer.open('/allocations/agreements/2026-0001', '使用协议 2026-0001')
  await page.getByRole('button', { name: '终止协议', exact: true }).click()
  await officer.dialog('终止协议 2026-0001').waitFor()
  await officer.looks('allocations-end', ['light', 'phone'])
  await officer.open('/allocations/new/unit', '登记单位编制')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('alert').getByRole('link', { name: /^单位名称/ }).waitFor()
  await officer.looks('allocations-unit-wrong', ['light', 'elder', 'phone'])
})
