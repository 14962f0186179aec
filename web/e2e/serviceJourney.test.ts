// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// The service of meetings against the server itself: a sheet, who is told of what, checks on a phone, cards, and a confidential meeting.
let stage: Stage
let officer: Person
let colleague: Person
let leader: Person
/** A Monday that is still to come. */
const now = new Date(Date.now() + 8 * 3_600_000)
const day = new Date(now.getTime() + (((8 - now.getUTCDay()) % 7) + 7) * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  colleague = await stage.as('keshi')
  leader = await stage.as('ld')
})
afterAll(() => stage?.stop())
afterEach(() => {
  for (const { browser } of [officer, colleague, leader]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const numbers: Record<string, string> = {}
const page = (title: string, part = '') => `/meetings/bookings/${encodeURIComponent(numbers[title] ?? '')}${part}`
async function book(person: Person, title: string, from: string, until: string, isSecret = false): Promise<void> {
  await person.open(`/meetings/new?room=A01&from=${day}T${from}:00%2B08:00&until=${day}T${until}:00%2B08:00`, '预订会议室')
  for (const [label, value] of [[/^会议名称/, title], [/^会议类型/, '示例工作会议'], [/^主办科室/, '示例科'], [/^参会人数/, '12']] as const) await person.page.getByLabel(label).fill(value)
  if (isSecret) await person.page.getByLabel(/保密会议/).check()
  await person.page.getByRole('button', { name: '提交预订' }).click()
  const link = person.page.getByRole('link', { name: '打开预订单' })
  await link.waitFor()
  numbers[title] = decodeURIComponent((await link.getAttribute('href'))?.split('/').pop() ?? '')
}
const todo = (person: Person, count: number) => person.page.getByRole('button', { name: count === 0 ? '待办' : `待办 ${count} 项`, exact: true }).waitFor()

it('a room, and a meeting over midnight in it', async () => {
  await officer.open('/meetings/rooms', '会议室')
  await officer.page.getByRole('button', { name: '登记会议室' }).click()
  const dialog = officer.dialog()
  for (const [label, value] of [[/^编号/, 'A01'], [/^名称/, '示例一号'], [/^区域/, '示例东区'], [/^座位数/, '40'], [/^设备/, '投影、话筒']] as const) await dialog.getByLabel(label).fill(value)
  await dialog.getByLabel('预订需要审批').setChecked(false)
  await dialog.getByRole('button', { name: '保存' }).click()
  await officer.row('示例一号').waitFor()
  // Outside of the room's hours: whoever approves may.
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  await officer.open(`/meetings/new?room=A01&day=${day}`, '预订会议室')
  for (const [label, value] of [[/^开始/, '22:00'], [/^结束日期/, next], [/^结束(?!日期)/, '01:00'], [/^会议名称/, '示例夜会'], [/^会议类型/, '示例工作会议'], [/^主办科室/, '示例科'], [/^参会人数/, '12']] as const) await officer.page.getByLabel(label).fill(value)
  await officer.page.locator('[data-clashes] .attention').waitFor()
  await officer.page.getByRole('button', { name: '提交预订' }).click()
  await officer.page.getByRole('link', { name: '打开预订单' }).click()
  await officer.heading('示例夜会')
  await officer.page.getByText(`${day} 22:00–${next} 01:00`).first().waitFor()
})

it('who asks fills in the sheet and names who serves, who is told when it changes', async () => {
  await book(colleague, '示例碰头会', '09:00', '10:00')
  await colleague.open(page('示例碰头会'), '示例碰头会')
  await colleague.page.getByRole('link', { name: '会务服务单' }).click()
  await colleague.heading('服务单：示例碰头会')
  await colleague.page.getByRole('button', { name: '填写服务单' }).click()
  const dialog = colleague.dialog().first()
  await dialog.getByLabel(/^会标/).fill('示例会标')
  await dialog.getByLabel(/^座签/).fill('示例甲\t示例单位\n示例乙')
  await dialog.getByLabel(/^茶水/).fill('茶水 20')
  await dialog.getByLabel('话筒').check()
  await dialog.getByLabel(/^添加本单位人员/).selectOption({ label: '绩效科（jixiao）' })
  await dialog.getByRole('button', { name: '保存' }).click()
  await colleague.page.getByRole('dialog').waitFor({ state: 'detached' })
  await colleague.page.getByText('绩效科（jixiao）').waitFor()
  // The officer is named; what changes now is told.
  await officer.open('/meetings/notices', '会务通知')
  await colleague.page.getByRole('button', { name: '修改服务单' }).click()
  await dialog.getByLabel(/^茶水/).fill('茶水 30')
  await dialog.getByRole('button', { name: '保存' }).click()
  await colleague.page.getByRole('dialog').waitFor({ state: 'detached' })
  await officer.row('茶水 30').waitFor()
  await officer.browser.shot('service-journey-notices')
})

it('a meeting that is moved is told to who asked and not to who moved it; acknowledged once', async () => {
  const { page: view } = officer
  await officer.open(page('示例碰头会'), '示例碰头会')
  await view.getByRole('button', { name: '改时间或会议室' }).click()
  await officer.dialog().getByLabel(/^开始/).fill('10:00')
  await officer.dialog().getByLabel(/^结束(?!日期)/).fill('11:00')
  await officer.dialog().locator('[data-clashes] .good').waitFor()
  await officer.dialog().getByRole('button', { name: '确认移动' }).click()
  await view.getByRole('dialog').waitFor({ state: 'detached' })
  await colleague.open('/meetings/notices', '会务通知')
  await todo(colleague, 1)
  await colleague.row(`${day} 09:00 → ${day} 10:00`).getByRole('button', { name: /^已知悉/ }).click()
  await todo(colleague, 0)
  await officer.open('/meetings/notices', '会务通知')
  expect(await officer.row('移动').count()).toBe(0)
})

it('on a phone the list before the meeting is checked and signed; what somebody else did meanwhile is said', async () => {
  const { page: view } = officer
  await view.setViewportSize({ width: 360, height: 640 })
  await officer.open(`/meetings/service-day?day=${day}`, '今日会务')
  await view.locator(`[data-meeting="${numbers['示例碰头会']}"]`).getByRole('link', { name: /^检查单/ }).click()
  await officer.heading('检查单：示例碰头会')
  const before = view.locator('[data-stage=before]').last()
  const items = before.locator('[data-item]')
  const count = await items.count()
  // The line is gone for two ticks; one of them is answered in another window meanwhile.
  await view.route('**/answers', (route) => route.abort())
  for (const index of [0, 1]) await items.nth(index).getByRole('button', { name: /：正常$/ }).click()
  await view.getByText('2 项待发送').waitFor()
  officer.browser.take()
  const other = await view.context().newPage()
  await other.goto(page('示例碰头会', '/checks'))
  const theirs = other.locator('[data-stage=before]').last().locator('[data-item]').nth(1)
  await theirs.getByRole('button', { name: /：未通过$/ }).click()
  await theirs.getByLabel(/^说明/).fill('示例：桌椅不够')
  await view.unroute('**/answers')
  await theirs.getByRole('button', { name: '记录未通过' }).click()
  await theirs.getByText('示例：桌椅不够').waitFor()
  await other.close()
  const send = view.getByRole('button', { name: '立即发送' })
  if (await send.isVisible()) await send.click().catch(() => undefined)
  await items.nth(0).locator('[data-waiting]').waitFor({ state: 'detached' })
  await officer.browser.shot('service-journey-conflict')
  for (let index = 1; index < count; index += 1) {
    const dismiss = items.nth(index).getByRole('button', { name: /^知道了/ })
    if (await dismiss.isVisible()) await dismiss.click()
    await items.nth(index).getByRole('button', { name: index === 3 ? /：不需要$/ : /：正常$/ }).click()
  }
  await before.getByRole('button', { name: /^签字确认/ }).click()
  await officer.dialog().getByRole('button', { name: '签字确认' }).click()
  await before.locator('[data-signature]').waitFor()
  await items.nth(0).getByRole('button', { name: /^补充/ }).click()
  await items.nth(0).getByRole('button', { name: /：不需要$/ }).click()
  await items.nth(0).getByText('签字后的补充').waitFor()
  await officer.looks('service-journey-checks', ['light', 'phone'])
  officer.browser.take()
})

it('cards are printed, the papers come as files', async () => {
  const { page: view } = colleague
  await colleague.open(page('示例碰头会', '/cards'), '座签：示例碰头会')
  await view.evaluate(() => (window.print = () => undefined))
  await view.getByRole('button', { name: '打印座签' }).click()
  await view.locator('[data-noted=true]').waitFor()
  expect(await view.locator('[data-watermark]').count()).toBe(0)
  const files = await view.evaluate(async (number) => Promise.all(['sheet.docx', 'sheet.pdf', 'checklists.docx', 'checklists.pdf'].map(async (name) => (await fetch(`/api/v1/meetings/bookings/${encodeURIComponent(number)}/service/papers/${name}`)).status)), numbers['示例碰头会'] ?? '')
  expect(files).toEqual([200, 200, 200, 200])
})

it('a confidential meeting is for those named for it: its own list, its mark on paper, nothing for others', async () => {
  await book(colleague, '示例密会', '14:00', '15:00', true)
  await leader.open(`/meetings/service-day?day=${day}`, '今日会务')
  await leader.row('14:00–15:00').filter({ hasText: '只有指定人员可见' }).waitFor()
  expect(await leader.page.getByText('示例密会').count()).toBe(0)
  await leader.page.goto(page('示例密会', '/service'))
  await leader.page.getByRole('alert').first().waitFor()
  await officer.open(page('示例密会', '/checks'), '检查单：示例密会')
  expect(await officer.page.locator('[data-stage=secrecy] [data-item]').count()).toBe(4)
  await officer.page.evaluate(() => (window.print = () => undefined))
  await officer.page.getByRole('button', { name: '打印', exact: true }).click()
  expect(await officer.page.locator('[data-watermark]').textContent()).toContain('绩效科')
  await settled(officer.page)
})
