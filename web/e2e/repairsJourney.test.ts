// SPDX-License-Identifier: Apache-2.0
import decodeQR from 'qr/decode.js'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openBrowser, settled, type Browser } from './browser'
import { looks } from './looks'
import { picture } from './picture'
import { startStage, type Person, type Stage } from './stage'

// Repairs against the server itself: a label, a phone that reports by it, the order against its clock until somebody else accepts it, and an inspection that becomes one.
let stage: Stage
let officer: Person
let colleague: Person
let phone: Browser
let label = ''
let number = ''
const dayAt = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
const today = dayAt(Date.now())
const yesterday = dayAt(Date.now() - 86_400_000)

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  colleague = await stage.as('fuhe')
  phone = await openBrowser(stage.front.origin, { width: 360, height: 640 })
})
afterAll(async () => {
  await phone?.close()
  await stage?.stop()
})
afterEach(() => {
  for (const browser of [officer.browser, colleague.browser, phone]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const openOrder = (person: Person) => person.open(`/repairs/orders/${number}`, `报修单 ${number}`)
const press = (person: Person, name: string) => person.page.getByRole('main').getByRole('button', { name, exact: true }).click()
const inState = (person: Person, name: string) => person.page.getByRole('region', { name: '时限' }).locator('.status').filter({ hasText: name }).first().waitFor()
async function fillDialog(person: Person, fields: readonly (readonly [RegExp, string])[], action: string): Promise<void> {
  for (const [name, value] of fields) await person.dialog().getByLabel(name).fill(value)
  await person.dialog().getByRole('button', { name: action }).click()
  await person.page.getByRole('dialog').waitFor({ state: 'detached' })
}
/** Whether the pictures shown were really drawn. */
const drawn = ({ page }: Person, within: string) => page.getByRole('region', { name: within }).locator('img').evaluateAll((all) => all.map((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0))
/** The plan and the state of each row of 应检清单. */
async function dueRows(): Promise<(string | undefined)[][]> {
  const rows = await officer.page.getByRole('row').filter({ hasText: '示例投影机' }).allInnerTexts()
  return rows.map((row) => [/示例.检/.exec(row)?.[0], /已过期 \d+ 天|未过期/.exec(row)?.[0]])
}
async function report(fault: string): Promise<void> {
  await phone.page.getByLabel(/^故障现象/).fill(fault)
  await phone.page.getByRole('button', { name: '报修', exact: true }).click()
}

it('equipment is recorded, and its label printed', async () => {
  const { page, browser } = officer
  await officer.open('/repairs/equipment', '设备')
  await press(officer, '登记设备')
  await fillDialog(officer, [[/^编码/, 'TY-01'], [/^名称/, '示例投影机'], [/^设备类别/, '投影'], [/^地点/, '示例一楼走廊']], '保存')
  await officer.row('示例投影机').waitFor()
  await officer.open('/repairs/equipment/TY-01/label', '设备标签 TY-01')
  await page.locator('svg.qr').waitFor()
  // What a camera sees on the label.
  label = decodeQR(await browser.pixels('svg.qr'))
  expect(label.startsWith(`${stage.front.origin}/report#`)).toBe(true)
})

it('a phone reports by it without signing in, with a photo; what is no photo is refused and holds nothing up', async () => {
  const { page } = phone
  await page.goto(label)
  await page.getByText('示例一楼走廊').waitFor()
  expect(await phone.context.cookies()).toEqual([])
  await page.getByLabel(/^联系方式/).fill('示例联系人')
  const photos = page.getByRole('group', { name: '照片' })
  const take = (file: { name: string; mimeType: string; buffer: Buffer }) => photos.locator('input[type=file]').setInputFiles(file)
  // A page under the name of a picture is seen here; a picture that is cut off, by the server alone.
  await take({ name: '示例.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') })
  await photos.getByRole('alert').waitFor()
  expect(await photos.locator('img').count()).toBe(0)
  const whole = picture('示例现场照片', [90, 140, 90])
  await take(whole)
  await take({ ...whole, name: '示例不完整.png', buffer: whole.buffer.subarray(0, whole.buffer.length - 8) })
  await photos.locator('img').nth(1).waitFor()
  await looks(phone, 'repairs-journey-photos')
  await page.setViewportSize({ width: 360, height: 640 })
  await report('示例：画面偏色')
  await page.getByRole('status').filter({ hasText: '已报修' }).filter({ hasText: '照片已送出 1 张' }).waitFor()
  await page.getByRole('alert').filter({ hasText: '没有收下' }).waitFor()
  expect(await photos.locator('[data-photo]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.photo))).toEqual(['sent', 'refused'])
  await settled(page)
  number = /[A-Z]{2}[\d-]+/.exec(await page.getByRole('main').innerText())?.[0] ?? ''
  expect(number).not.toBe('')
  await phone.shot('repairs-journey-sent')
})

it('the sixth report within an hour is refused at once, and what was typed stays', async () => {
  const { page } = phone
  for (let index = 2; index <= 5; ++index) {
    await page.getByRole('button', { name: '再报一件' }).click()
    await report(`示例：再报 ${index}`)
    await page.getByRole('status').filter({ hasText: '已报修' }).waitFor()
  }
  await page.getByRole('button', { name: '再报一件' }).click()
  await report('示例：第六件')
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByLabel(/^故障现象/).inputValue()).toBe('示例：第六件')
  expect(await page.getByRole('button', { name: '报修', exact: true }).isEnabled()).toBe(true)
  await phone.shot('repairs-journey-too-many')
})

it('the order runs against its clock from the report on: taken up, a photo, paused and gone on', async () => {
  const { page } = officer
  await officer.open('/desk', '工作台')
  // The header counts what else is missing too; its panel says each.
  await page.getByRole('button', { name: /^待办/ }).click()
  await page.getByRole('link', { name: '待审核的扫码报修 5 件' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('main').getByRole('link', { name: '去审核' }).click()
  await officer.heading('报修单')
  await officer.row('画面偏色').getByRole('link', { name: number }).click()
  await officer.heading(`报修单 ${number}`)
  await page.getByText('示例联系人').waitFor()
  await expect.poll(() => drawn(officer, '照片')).toEqual([true])
  await press(officer, '受理')
  await inState(officer, '维修中')
  // What came with the report stays with the order.
  await expect.poll(() => drawn(officer, '照片')).toEqual([true])
  await inState(officer, '还剩 2')
  await page.locator('input[type=file]').setInputFiles(picture('示例现场'))
  await press(officer, '保存')
  await expect.poll(() => drawn(officer, '照片')).toEqual([true, true])
  await press(officer, '暂停')
  await officer.dialog().getByLabel(/^说明/).fill('示例：等灯泡')
  await officer.dialog().getByRole('button', { name: '暂停' }).click()
  await inState(officer, '计时暂停')
  await page.getByRole('list', { name: '暂停' }).getByText('示例：等灯泡').waitFor()
  await officer.looks('repairs-journey-paused', ['light', 'dark', 'phone'])
  await press(officer, '继续维修')
  await inState(officer, '还剩 2')
})

it('who repaired it does not accept it; somebody else does', async () => {
  await press(officer, '报修复')
  await fillDialog(officer, [[/^维修单位/, '示例维修单位'], [/^处理情况/, '示例：换了灯泡']], '报修复')
  await inState(officer, '待验收')
  await press(officer, '验收合格')
  await officer.page.getByRole('alert').first().waitFor()
  await officer.browser.shot('repairs-journey-own')
  // It was refused and not only said: the order still waits.
  await openOrder(officer)
  await inState(officer, '待验收')
  await openOrder(colleague)
  await press(colleague, '验收合格')
  await inState(colleague, '时限内')
  await colleague.page.getByRole('region', { name: '经过' }).getByRole('listitem').filter({ hasText: '验收合格' }).waitFor()
})

it('the share within 24 hours counts it and opens its list', async () => {
  const { page } = colleague
  await colleague.open('/repairs/statistics', '维修统计')
  await page.getByText('100.00%（1/1）').waitFor()
  await page.getByRole('region', { name: '时限' }).getByRole('link', { name: /^时限内修复 1 件/ }).click()
  await colleague.heading('报修单')
  await colleague.row('画面偏色').waitFor()
  expect(await page.getByRole('row').filter({ hasText: '示例' }).count()).toBe(1)
})

it('an inspection by phone: what fails becomes an order with its note and photo, and is no longer due', async () => {
  const { page } = officer
  await officer.open('/repairs/plans', '检查计划')
  await press(officer, '新建检查计划')
  await fillDialog(officer, [[/^编码/, 'JC-01'], [/^名称/, '示例月检'], [/^设备类别/, '投影'], [/^第一次/, today], [/^检查项目/, '画面\n遥控器']], '保存')
  // Another one is overdue, and stays.
  await press(officer, '新建检查计划')
  await fillDialog(officer, [[/^编码/, 'JC-02'], [/^名称/, '示例季检'], [/^设备类别/, '投影'], [/^第一次/, yesterday], [/^检查项目/, '支架']], '保存')
  await page.setViewportSize({ width: 360, height: 640 })
  await officer.open('/repairs/due', '应检清单')
  expect(await dueRows()).toEqual([['示例季检', '已过期 1 天'], ['示例月检', '未过期']])
  await page.getByRole('link', { name: '检查 示例投影机：示例月检' }).click()
  await officer.heading('检查设备')
  await page.getByRole('region', { name: '画面' }).getByLabel('合格', { exact: true }).check()
  const failed = page.getByRole('region', { name: '遥控器' })
  await failed.getByLabel('不合格').check()
  await page.getByRole('button', { name: '完成检查' }).click()
  await page.getByRole('alert').first().waitFor()
  await failed.getByLabel(/^说明/).fill('示例：没有电池')
  await failed.locator('input[type=file]').setInputFiles(picture('示例遥控器', [200, 120, 90]))
  await expect.poll(() => drawn(officer, '遥控器')).toEqual([true])
  await officer.looks('repairs-journey-inspect', ['phone'])
  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('button', { name: '完成检查' }).click()
  await page.getByRole('link', { name: /^遥控器：成为报修单/ }).click()
  await page.getByRole('heading', { name: /示例：没有电池|遥控器/, level: 2 }).first().waitFor()
  await expect.poll(() => drawn(officer, '照片')).toEqual([true])
  await officer.open('/repairs/due', '应检清单')
  await officer.row('示例季检').waitFor()
  expect(await dueRows()).toEqual([['示例季检', '已过期 1 天']])
  await page.setViewportSize({ width: 1366, height: 768 })
})
