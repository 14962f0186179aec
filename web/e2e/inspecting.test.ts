// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// An inspection in a cellar: what is ticked outlives the page, and what is finished goes when the line is back.
let stage: Stage
let officer: Person
const base = '/api/v1/repairs'
const inspect = '/repairs/inspect?equipment=TY-01&plan=JC-01'

async function put(path: string, body: object): Promise<void> {
  const status = await officer.page.evaluate(async ([address, text]) => {
    const me = (await (await fetch('/api/v1/identity/me')).json()) as { csrf_token: string }
    return (await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': me.csrf_token, 'idempotency-key': crypto.randomUUID() }, body: text })).status
  }, [`${base}${path}`, JSON.stringify(body)] as const)
  expect(status).toBe(201)
}
const item = (name: string) => officer.page.getByRole('region', { name })
const finish = () => officer.page.getByRole('button', { name: '完成检查' }).click()
const down = () => officer.page.route(`**${base}/inspections`, (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()))
const recorded = () => officer.page.evaluate(async (address) => ((await (await fetch(address)).json()) as { total: number }).total, `${base}/inspections`)

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  await put('/equipment', { code: 'TY-01', name: '示例投影机', kind: '投影', place: '示例走廊', is_active: true })
  await put('/plans', { code: 'JC-01', name: '示例月检', kind: '投影', every_days: 30, first_day: '2026-01-05', items: ['示例画面', '示例遥控器'], is_active: true })
})
afterAll(() => stage?.stop())
afterEach(() => officer.page.unrouteAll())

it('what is ticked comes back after the page was closed, with its note', async () => {
  const { page } = officer
  await officer.open(inspect, '检查设备')
  await item('示例画面').getByLabel('合格', { exact: true }).check()
  await item('示例遥控器').getByLabel('不合格').check()
  await item('示例遥控器').getByLabel(/^说明/).fill('示例：没有电池')
  await page.goto('about:blank')
  await officer.open(inspect, '检查设备')
  await expect.poll(() => item('示例画面').getByLabel('合格', { exact: true }).isChecked()).toBe(true)
  expect([await item('示例遥控器').getByLabel('不合格').isChecked(), await item('示例遥控器').getByLabel(/^说明/).inputValue()]).toEqual([true, '示例：没有电池'])
  await officer.looks('inspect-kept', ['light', 'phone'])
})

it('what is finished without a line waits over a reload, is seen from the list, and goes once', async () => {
  const { page } = officer
  await officer.open(inspect, '检查设备')
  await expect.poll(() => item('示例画面').getByLabel('合格', { exact: true }).isChecked()).toBe(true)
  await down()
  await finish()
  const waiting = page.locator('[data-tick-state]').filter({ hasText: '1 项待发送' })
  await waiting.waitFor()
  expect(await page.getByRole('button', { name: '完成检查' }).count()).toBe(0)
  await officer.looks('inspect-waits', ['light', 'phone'])
  await officer.open('/repairs/due', '应检清单')
  await waiting.waitFor()
  await officer.open(inspect, '检查设备')
  await waiting.waitFor()
  expect(await recorded()).toBe(0)
  await page.unrouteAll()
  await page.getByRole('button', { name: '立即发送' }).click()
  await page.getByRole('link', { name: /^示例遥控器：成为报修单/ }).waitFor()
  await waiting.waitFor({ state: 'detached' })
  expect(await recorded()).toBe(1)
  await officer.open(inspect, '检查设备')
  await settled(page)
  expect(await page.getByRole('main').locator('input:checked').count()).toBe(0)
})

it('what the server refuses is said, and what was ticked is still there', async () => {
  const { page } = officer
  await page.route(`**${base}/inspections`, (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ type: '', title: '', status: 422, detail: '检查项目与计划不一致（示例）。', instance: '', code: 'repairs.inspection.items_differ', trace_id: '0', errors: [] }) }))
  await officer.open(inspect, '检查设备')
  for (const name of ['示例画面', '示例遥控器']) await item(name).getByLabel('合格', { exact: true }).check()
  await finish()
  await page.getByRole('alert').filter({ hasText: '不一致（示例）' }).waitFor()
  expect(await page.getByRole('main').locator('input:checked').count()).toBe(2)
  await officer.looks('inspect-refused-later', ['light', 'dark'])
  await page.unrouteAll()
  await finish()
  await page.getByText(/^检查 JC\d{4}-0002 已登记/).waitFor()
  officer.browser.take()
})
