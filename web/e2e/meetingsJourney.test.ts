// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// The meeting section's day against the server itself: rooms, two people who ask for the same hour, a series without one day, an approval.
let stage: Stage
let officer: Person
let colleague: Person
/** A Monday that is still to come, and those after it. */
const monday = (weeks: number) => {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return new Date(now.getTime() + (((8 - now.getUTCDay()) % 7) + 7 * weeks) * 86_400_000).toISOString().slice(0, 10)
}
const day = monday(1)

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  colleague = await stage.as('keshi')
})
afterAll(() => stage?.stop())
afterEach(() => {
  for (const { browser } of [officer, colleague]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

async function write({ page }: Person, title: string, people = '12'): Promise<void> {
  await page.getByLabel(/^会议名称/).fill(title)
  await page.getByLabel(/^会议类型/).fill('示例工作会议')
  await page.getByLabel(/^主办科室/).fill('示例科')
  await page.getByLabel(/^参会人数/).fill(people)
}
const ask = (person: Person, room: string, on = day, from = '09:00', until = '10:00') =>
  person.open(`/meetings/new?room=${room}&from=${on}T${from}:00%2B08:00&until=${on}T${until}:00%2B08:00`, '预订会议室')
async function submit({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: '提交预订' }).click()
  await page.getByRole('link', { name: '打开预订单' }).waitFor()
}

it('rooms are recorded', async () => {
  const { page } = officer
  for (const [code, name, seats, needsApproval] of [['A01', '示例一号', '40', false], ['A02', '示例二号', '60', false], ['B01', '示例三号', '20', true]] as const) {
    await officer.open('/meetings/rooms', '会议室')
    await page.getByRole('button', { name: '登记会议室' }).click()
    const dialog = officer.dialog()
    await dialog.getByLabel(/^编号/).fill(code)
    await dialog.getByLabel(/^名称/).fill(name)
    await dialog.getByLabel(/^区域/).fill('示例东区')
    await dialog.getByLabel(/^座位数/).fill(seats)
    await dialog.getByLabel('预订需要审批').setChecked(needsApproval)
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await officer.row(name).waitFor()
  }
  await officer.row('A01').getByRole('button').click()
  await officer.dialog().getByLabel(/^座位数/).fill('45')
  await officer.dialog().getByRole('button', { name: '保存' }).click()
  await officer.row('A01').filter({ hasText: '45' }).waitFor()
})

it('two people ask for the same hour: the slower one is told and takes what is offered', async () => {
  // Who does not hear of the other's booking in time: the events of the server are held back.
  await colleague.page.route('**/api/v1/events', (route) => route.abort())
  for (const person of [officer, colleague]) {
    await ask(person, 'A01')
    await person.page.locator('[data-clashes] .good').waitFor()
  }
  await write(officer, '示例碰头会')
  await write(colleague, '示例座谈会')
  await submit(officer)
  await colleague.page.getByRole('button', { name: '提交预订' }).click()
  await colleague.page.getByRole('alert').first().waitFor()
  await colleague.page.locator('[data-clashes] li').filter({ hasText: '示例碰头会' }).waitFor()
  await colleague.browser.shot('meetings-journey-clash')
  await colleague.page.getByRole('button', { name: /^改用 示例二号/ }).first().click()
  await colleague.page.locator('[data-clashes] .good').waitFor()
  await submit(colleague)
  colleague.browser.take()
  await colleague.page.unroute('**/api/v1/events')
  await officer.open(`/meetings/timeline?view=day&day=${day}`, '会议室时间轴')
  await officer.page.locator('[data-room=A02] [data-booking]').waitFor()
  expect(await officer.page.locator('[data-room=A01] [data-booking]').count()).toBe(1)
})

it('a series is recorded without the day that clashes', async () => {
  const { page } = officer
  await ask(colleague, 'A01', monday(2), '14:30', '15:30')
  await write(colleague, '示例培训')
  await submit(colleague)
  await ask(officer, 'A01', day, '14:00', '15:00')
  await write(officer, '示例例会')
  await page.getByLabel(/^重复/).first().selectOption('week')
  await page.getByLabel(/^重复到/).fill(monday(4))
  await page.locator(`[data-day="${monday(2)}"] .bad`).waitFor()
  await page.getByRole('button', { name: '跳过全部冲突的日期' }).click()
  await page.getByRole('button', { name: `恢复 ${monday(2)}` }).waitFor()
  await page.locator('[data-instances] .bad').first().waitFor({ state: 'detached' })
  await submit(officer)
  await officer.open(`/meetings/bookings?from=${day}&room=A01`, '会议清单')
  expect(await officer.row('示例例会').count()).toBe(3)
  await officer.open(`/meetings/timeline?view=week&day=${monday(2)}`, '会议室时间轴')
  expect(await page.locator('[data-booking]').count()).toBe(1)
})

it('of two that ask for the same room one is approved, and the other goes where it is free', async () => {
  const { page } = officer
  for (const [title, from, until] of [['示例评审会', '09:00', '10:00'], ['示例推进会', '09:30', '11:00']] as const) {
    await ask(colleague, 'B01', monday(5), from, until)
    await write(colleague, title)
    await submit(colleague)
  }
  await officer.open('/meetings/approvals', '会议审批')
  const card = (title: string) => page.locator('article').filter({ has: page.getByRole('heading', { name: title }) })
  expect(await page.locator('.group').first().locator('article').count()).toBe(2)
  await officer.browser.shot('meetings-journey-approvals')
  await card('示例评审会').getByRole('button', { name: /^批准/ }).click()
  await card('示例评审会').waitFor({ state: 'detached' })
  await card('示例推进会').getByRole('listitem').filter({ hasText: '示例评审会' }).waitFor()
  await card('示例推进会').getByRole('button', { name: /^改用 示例/ }).first().click()
  await settled(page)
  await officer.open(`/meetings/timeline?view=week&day=${monday(5)}`, '会议室时间轴')
  expect(await page.locator('.block .clash').count()).toBe(0)
  expect(await page.locator('[data-cell] [data-booking]').count()).toBe(2)
})

it('a booking is moved with keys and its past says so; it is cancelled with a reason', async () => {
  const { page } = officer
  await officer.open(`/meetings/timeline?view=week&day=${day}`, '会议室时间轴')
  await page.locator('[data-grid]').focus()
  for (const key of ['Space', 'ArrowRight', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
  await officer.dialog().locator('[data-clashes] .good').waitFor()
  await officer.dialog().getByRole('button', { name: '确认移动' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-booking]').filter({ hasText: '09:00–10:15' }).click()
  await officer.heading('示例碰头会')
  await officer.row('移动').waitFor()
  await page.getByRole('button', { name: '取消会议' }).click()
  await officer.dialog().getByLabel(/^原因/).fill('示例原因')
  await officer.dialog().getByRole('button', { name: '取消会议' }).click()
  await officer.row('取消').filter({ hasText: '示例原因' }).waitFor()
})
