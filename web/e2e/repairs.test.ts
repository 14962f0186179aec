// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, settled, type Browser } from './browser'
import { chineseInFrame, dataOf, rawKeys, speak } from './english'
import { looks } from './looks'
import { picture } from './picture'
import { startStage, type Person, type Stage } from './stage'

// The pages of repairs that no list leads to, against the server itself: a phone by a label, an inspection, an order that is worked on; full, empty, refused.
let stage: Stage
let officer: Person
let phone: Browser
let label = ''
let order = ''
const base = '/api/v1/repairs'
const inspect = '/repairs/inspect?equipment=TY-01&plan=JC-01'

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  phone = await openBrowser(stage.front.origin, { width: 360, height: 640 })
  await officer.post(`${base}/equipment`, { code: 'TY-01', name: '示例投影机', kind: '投影', place: '示例走廊', is_active: true })
  await officer.post(`${base}/plans`, { code: 'JC-01', name: '示例月检', kind: '投影', every_days: 30, first_day: '2026-01-05', items: ['示例画面', '示例遥控器'], is_active: true })
  const made = await officer.post<{ order: { number: string } }>(`${base}/orders`, { equipment: 'TY-01', fault: '示例：画面偏色', contact: '示例联系人', photos: [] })
  order = `/repairs/orders/${made.order.number}`
  const { code } = await officer.page.evaluate(async (address) => (await (await fetch(address)).json()) as { code: string }, `${base}/equipment/TY-01/report-code`)
  label = `/report#${code}`
})
afterAll(async () => {
  await phone?.close()
  await stage?.stop()
})
afterEach(async () => {
  await officer.page.unrouteAll()
  for (const browser of [officer.browser, phone]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const refusal = (status: number) => ({ status, contentType: 'application/problem+json', body: JSON.stringify({ type: '', title: '不允许', status, detail: '没有这项权限（示例）', instance: '', code: 'request.not_permitted', trace_id: '0', errors: [] }) })
async function scan(address: string): Promise<void> {
  await phone.page.goto('about:blank')
  await phone.page.goto(address)
  await phone.page.getByRole('heading', { level: 1 }).waitFor()
  await settled(phone.page)
}
async function seen(name: string): Promise<void> {
  await looks(phone, name)
  await phone.page.setViewportSize({ width: 360, height: 640 })
}

describe('the phone by a label', () => {
  it('shows what the label stands for', async () => {
    await scan(label)
    await phone.page.getByText('示例走廊').waitFor()
    await seen('report')
  })
  it('says what is missing', async () => {
    await scan(label)
    await phone.page.getByRole('button', { name: '报修', exact: true }).click()
    await phone.page.getByRole('alert').getByRole('link').waitFor()
    await seen('report-wrong')
  })
  it('without a code asks for one', async () => {
    await scan('/report')
    expect(await phone.page.getByRole('textbox').count()).toBe(0)
    await seen('report-no-code')
  })
  it('is refused with a code of no label', async () => {
    await scan(`${label.slice(0, -1)}${label.endsWith('0') ? '1' : '0'}`)
    await phone.page.getByRole('alert').first().waitFor()
    expect(await phone.page.getByRole('textbox').count()).toBe(0)
    await seen('report-refused')
  })
  it('without a network keeps what is typed and sends it once when it is back', async () => {
    const { page } = phone
    await scan(label)
    await page.getByLabel(/^故障现象/).fill('示例：没有网络')
    const ids: string[] = []
    await page.route('**/public/reports', (route) => {
      ids.push((route.request().postDataJSON() as { id: string }).id)
      return route.abort()
    })
    await page.getByRole('button', { name: '报修', exact: true }).click()
    await page.getByRole('status').filter({ hasText: '还没有送出' }).waitFor()
    await seen('report-waits')
    await page.unroute('**/public/reports')
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByRole('status').filter({ hasText: '已报修' }).waitFor()
    // The browser says that a connection was lost.
    phone.take()
    expect(new Set(ids).size).toBe(1)
    const { total } = await officer.page.evaluate(async (address) => (await (await fetch(address)).json()) as { total: number }, `${base}/orders?source=qr`)
    expect(total).toBe(1)
  })
  it('speaks English', async () => {
    await scan(label)
    await speak(phone.page, 'English')
    const left = { chinese: await chineseInFrame(phone.page, ['示例投影机', '示例走廊']), keys: await rawKeys(phone.page) }
    await speak(phone.page, '中文')
    expect(left).toEqual({ chinese: [], keys: [] })
  })
})

describe('an inspection', () => {
  const item = (name: string) => officer.page.getByRole('region', { name })
  it('shows each item, and says which have no answer', async () => {
    await officer.open(inspect, '检查设备')
    await officer.looks('inspect')
    await item('示例画面').getByLabel('不合格').check()
    await officer.page.getByRole('button', { name: '完成检查' }).click()
    await officer.page.getByRole('alert').getByRole('link').nth(1).waitFor()
    await item('示例画面').locator('input[type=file]').setInputFiles(picture('示例照片'))
    await item('示例画面').locator('img').waitFor()
    await officer.looks('inspect-wrong')
  })
  it.each(['equipment=TY-01&plan=none', 'equipment=none&plan=JC-01', ''])('of nothing: %s', async (query) => {
    await officer.open(`/repairs/inspect?${query}`, '检查设备')
    expect(await officer.page.getByRole('button', { name: '完成检查' }).count()).toBe(0)
    await officer.looks(`inspect-none-${query.length}`, ['light', 'dark'])
  })
  it('when the server refuses', async () => {
    await officer.page.route(`**${base}/**`, (route) => route.fulfill(refusal(403)))
    await officer.open(inspect, '检查设备')
    await officer.page.getByRole('alert').first().waitFor()
    await officer.looks('inspect-refused', ['light', 'dark', 'phone'])
  })
})

describe('an order that is worked on', () => {
  it('shows its clock', async () => {
    await officer.page.goto(order)
    await officer.page.locator('.status').filter({ hasText: '还剩 2' }).waitFor()
    await settled(officer.page)
    await officer.looks('order-open')
  })
  it.each(['报修复', '暂停', '撤销'])('and what opens over it: %s', async (name) => {
    const { page } = officer
    await page.goto(order)
    await page.getByRole('main').getByRole('button', { name, exact: true }).click()
    await officer.dialog().waitFor()
    if (name !== '暂停') {
      await officer.dialog().getByRole('button', { name, exact: true }).click()
      await officer.dialog().getByRole('alert').first().waitFor()
    }
    await officer.looks(`order-dialog-${name}`, ['light', 'dark', 'phone'])
  })
  it('of a number that is none', async () => {
    await officer.open('/repairs/orders/none', '报修单 none')
    await officer.page.getByRole('alert').first().waitFor()
    await officer.looks('order-none', ['light', 'dark', 'phone'])
  })
})

it('these pages speak English', async () => {
  const { page } = officer
  await officer.open('/repairs/orders', '报修单')
  const data = await dataOf(page, ['/equipment', '/plans', '/orders', `/orders/${order.split('/').at(-1)}`].map((path) => base + path))
  await speak(page, 'English')
  const left: Record<string, unknown> = {}
  for (const address of [inspect, order]) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await settled(page)
    left[address] = { chinese: await chineseInFrame(page, [...data, '绩效科', '甲中心']), keys: await rawKeys(page) }
  }
  await speak(page, '中文')
  expect(left).toEqual({ [inspect]: { chinese: [], keys: [] }, [order]: { chinese: [], keys: [] } })
})
