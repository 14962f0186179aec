// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { chineseInFrame, dataOf, speak } from './english'
import { at, day } from './meetingsSample'
import { booking, sampleService } from './serviceSample'
import { startStage, type Person, type Stage } from './stage'

// The pages of a meeting's service with sample answers of the interface; sessions are the server's own.
let stage: Stage
let officer: Person
const service = sampleService()
const file = `/meetings/bookings/${booking}`
const dayPage = `/meetings/service-day?day=${day}`

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  const { page } = officer
  await page.route(/\/api\/v1\/identity\/me$/, async (route) => {
    const got = await route.fetch()
    if (!got.ok()) return route.fulfill({ response: got })
    const me = (await got.json()) as { permissions: string[] }
    return route.fulfill({ response: got, json: { ...me, permissions: [...me.permissions, ...['read', 'book', 'approve', 'edit', 'serve'].map((right) => `meetings.${right}`)] } })
  })
  await service.serve(page)
})
afterAll(() => stage?.stop())
beforeEach(() => service.clear())
afterEach(() => expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] }))

const sent = (path: string) => service.sent.filter((one) => one.path.endsWith(path))
const full = () => {
  service.state.version = 1
  service.state.sheet = { banner: '示例会标', place_cards: [{ name: '示例', unit: '示例单位' }, { name: '示例某', unit: null }, { name: '示例一长姓名八字', unit: '示例街道示例社区居民委员会' }], refreshments: [{ name: '茶水', quantity: 20 }], equipment: ['投影（示例）'], equipment_note: null, staff: [{ account: 'keshi', name: '科室经办岗' }, { account: null, name: '示例服务员' }], requests: '示例要求' }
  service.answer('before', { item: 'before-1', version: 0, answer: 'done', note: null })
  service.answer('before', { item: 'before-2', version: 0, answer: 'failed', note: '示例：没有声音' })
}
const places = [[`${file}/service`, '服务单：示例会议'], [`${file}/checks`, '检查单：示例会议'], [`${file}/cards`, '座签：示例会议'], [dayPage, '今日会务'], ['/meetings/notices', '会务通知']] as const

describe('every page', () => {
  it.each(places)('%s', async (path, name) => {
    full()
    await officer.open(path, name)
    await officer.looks(`service${path.slice('/meetings'.length).replaceAll(/[/?=&]/g, '-')}`, ['light', 'dark', 'elder', 'phone'])
  })
  it.each([places[0], places[2], ['/meetings/service-day?day=2027-03-02', '今日会务']] as const)('%s with nothing in it', async (path, name) => {
    await officer.open(path, name)
    await officer.looks(`service-empty${path.slice('/meetings'.length).replaceAll(/[/?=&]/g, '-')}`, ['light', 'phone'])
  })
  it('speaks English', async () => {
    full()
    const { page } = officer
    await officer.open('/meetings/notices', '会务通知')
    await speak(page, 'English')
    const data = await dataOf(page, [`/bookings/${booking}/service`, `/bookings/${booking}/service/stages`, `/service-day?day=${day}`, '/notices', '/service-staff'].map((path) => `/api/v1/meetings${path}`))
    const left: Record<string, string[]> = {}
    for (const [path] of places) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      left[path] = await chineseInFrame(page, [...data, '绩效科', '甲中心', '示\u3000例'])
    }
    await speak(page, '中文')
    expect(left).toEqual(Object.fromEntries(places.map(([path]) => [path, []])))
  })
  it('says why a confidential meeting is not shown', async () => {
    service.state.refusal = 'meetings.service.confidential'
    await officer.page.goto(`${file}/service`)
    await officer.page.getByRole('alert').filter({ hasText: '保密会议' }).waitFor()
  })
})

it('a sheet is filled in from a pasted table, and what two people changed is asked about', async () => {
  const { page } = officer
  await officer.open(`${file}/service`, '服务单：示例会议')
  await page.getByRole('button', { name: '填写服务单' }).click()
  const dialog = officer.dialog().first()
  await dialog.getByLabel(/^会标/).fill('示例会标')
  await dialog.getByLabel(/^座签/).fill('示例甲\t示例单位\n示例乙')
  await dialog.getByLabel(/^茶水/).fill('茶水')
  await dialog.getByLabel(/^添加本单位人员/).selectOption({ label: '科室经办岗（keshi）' })
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('第 1 行：应写成').first().waitFor()
  await officer.looks('service-form', ['light', 'dark', 'phone'])
  await dialog.getByLabel(/^茶水/).fill('茶水 20')
  // Somebody else was faster with another banner.
  service.state.version = 1
  service.state.sheet = { ...service.state.sheet, banner: '示例别的会标' }
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').filter({ hasText: '示例别的会标' }).waitFor()
  await officer.looks('service-conflict', ['light'])
  await page.getByRole('radio', { name: /示例会标/ }).first().check()
  await page.getByRole('dialog').filter({ hasText: '示例别的会标' }).getByRole('button').last().click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(sent('/service').at(-1)?.body).toMatchObject({
    banner: '示例会标', place_cards: [{ name: '示例甲', unit: '示例单位' }, { name: '示例乙', unit: null }], refreshments: [{ name: '茶水', quantity: 20 }], staff: [{ account: 'keshi', name: '科室经办岗' }],
  })
})

describe('on a phone', () => {
  const item = (number: number) => officer.page.locator(`[data-item="before-${number}"]`)
  const press = (number: number, word: string) => item(number).getByRole('button', { name: new RegExp(`：${word}$`) }).click()
  beforeEach(() => officer.page.setViewportSize({ width: 360, height: 640 }))
  afterEach(() => officer.page.setViewportSize({ width: 1366, height: 768 }))

  it('the day opens a list; what failed says why; the signature is final', async () => {
    const { page } = officer
    await officer.open(dayPage, '今日会务')
    await page.locator(`[data-meeting="${booking}"]`).getByRole('link', { name: /^检查单/ }).click()
    await officer.heading('检查单：示例会议')
    await press(1, '正常')
    await item(1).getByText('示例会务岗').waitFor()
    await press(2, '未通过')
    await item(2).getByRole('button', { name: '记录未通过' }).click()
    await item(2).getByText('请写明原因').waitFor()
    expect(sent('/answers')).toHaveLength(1)
    await item(2).getByLabel(/^说明/).fill('示例：没有声音')
    await item(2).getByRole('button', { name: '记录未通过' }).click()
    await item(2).getByText('示例：没有声音', { exact: true }).waitFor()
    await press(3, '不需要')
    const sign = page.getByRole('button', { name: '签字确认：会前检查' })
    await expect.poll(() => sign.isEnabled()).toBe(true)
    await officer.browser.shot('service-checks-phone-ready')
    await sign.click()
    await officer.dialog().getByRole('button', { name: '签字确认' }).click()
    await page.locator('[data-stage=before] [data-signature]').waitFor()
    expect(sent('/sign-off').map(({ body }) => body)).toEqual([{ version: 3 }])
    await item(2).getByRole('button', { name: /^补充/ }).click()
    await press(2, '正常')
    await item(2).getByText('签字后的补充').waitFor()
    expect(sent('/answers').at(-1)?.body).toMatchObject({ item: 'before-2', version: 1, answer: 'done', is_addition: true })
  })

  it('what is ticked while another tick is on its way goes right after it', async () => {
    service.state.slowMs = 500
    await officer.open(`${file}/checks`, '检查单：示例会议')
    for (const number of [1, 2, 3]) await press(number, '正常')
    await press(1, '不需要')
    await expect.poll(() => sent('/answers').map(({ body }) => [body.item, body.version]), { timeout: 8_000 }).toEqual([['before-1', 0], ['before-2', 0], ['before-3', 0], ['before-1', 1]])
    await item(1).getByRole('button', { name: /：不需要$/, pressed: true }).waitFor()
  })

  it('ticks wait for the line, each is sent once, and what somebody else did meanwhile is said', async () => {
    const { page } = officer
    await officer.open(`${file}/checks`, '检查单：示例会议')
    service.state.isDown = true
    await press(1, '正常')
    await press(2, '正常')
    await page.locator('[data-tick-state]').filter({ hasText: '2 项待发送' }).waitFor()
    expect(await page.locator('[data-waiting]').count()).toBe(2)
    await officer.looks('service-checks-offline', ['phone'])
    await page.setViewportSize({ width: 360, height: 640 })
    officer.browser.take()
    service.answer('before', { item: 'before-2', version: 0, answer: 'failed', note: '示例：同事先看到' })
    service.state.isDown = false
    await page.getByRole('button', { name: '立即发送' }).click()
    await item(2).getByRole('alert').filter({ hasText: '示例同事刚刚检查过' }).waitFor()
    await item(2).getByText('示例：同事先看到').waitFor()
    await item(1).getByText('示例会务岗').waitFor()
    expect(sent('/answers').filter(({ body }) => body.item === 'before-1')).toHaveLength(1)
    await item(2).getByRole('button', { name: /^知道了/ }).click()
    await item(2).getByRole('alert').waitFor({ state: 'detached' })
    officer.browser.take()
  })
})

describe('what is late', () => {
  it.each([['09:00:00', false], ['09:00:01', true]])('a list signed at %s is late: %s', async (clock, isLate) => {
    service.sign('before', at('08:00').replace('00:00:00', clock.replace('09', '01')))
    await officer.open(dayPage, '今日会务')
    expect(await officer.page.locator('[data-stage=before].bad').filter({ hasText: '迟签 09:00' }).count()).toBe(isLate ? 1 : 0)
    expect(await officer.page.getByText('1 场有逾期或迟签').count()).toBe(isLate ? 1 : 0)
  })
  it('a list that nobody signed is overdue by itself once the meeting has begun', async () => {
    Object.assign(service.meeting, { from: new Date(Date.now() - 60_000).toISOString() })
    for (const one of service.state.stages) if (one.stage === 'before') one.due_at = service.meeting.from
    await officer.open(dayPage, '今日会务')
    await officer.page.getByText('会前检查 逾期未签').first().waitFor()
    await officer.looks('service-day-late', ['light', 'dark', 'phone'])
  })
})

describe('on paper', () => {
  /** Printing ends what was noted: the file and its picture are one. */
  const pictured = (name: string) => (process.env.SHOTS ? { path: `${process.env.SHOTS}/${name}.pdf` } : {})
  const visible = (selector: string) => officer.page.evaluate((found) => getComputedStyle(document.querySelector(found) as Element).display !== 'none', selector)
  async function printed(path: string, name: string, button: string): Promise<void> {
    const { page } = officer
    await officer.open(path, name)
    await page.evaluate(() => (window.print = () => undefined))
    await page.emulateMedia({ media: 'print' })
    // The browser's own printing gets a sentence alone.
    expect(await visible('[data-noted]')).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: button, exact: true }).first().click()
    await page.locator('[data-noted=true]').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await visible('[data-noted]')).toBe(true)
  }
  afterEach(() => officer.page.emulateMedia({ media: 'screen' }))

  it('a card is a sheet of its own, with the name on both halves', async () => {
    full()
    await printed(`${file}/cards`, '座签：示例会议', '打印座签')
    expect(service.state.prints).toEqual(['place_cards'])
    const { page } = officer
    const halves = await page.locator('[data-card]').evaluateAll((cards) => cards.map((card) => [...card.children].map((half) => [half.textContent?.trim(), half.scrollWidth <= half.clientWidth && half.scrollHeight <= half.clientHeight])))
    expect(halves.every(([back, front]) => back?.[0] === front?.[0] && back?.[1] === true)).toBe(true)
    // As large as it is, no name goes on in a second line.
    expect(await page.locator('[data-card] strong').evaluateAll((names) => names.map((name) => name.getBoundingClientRect().height < 1.5 * Number.parseFloat(getComputedStyle(name).fontSize)))).not.toContain(false)
    expect(await page.locator('[data-card] .back').first().evaluate((half) => getComputedStyle(half).transform)).toBe('matrix(-1, 0, 0, -1, 0, 0)')
    const pdf = await page.pdf({ preferCSSPageSize: true, ...pictured('cards') })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
  })
  it.each([[`${file}/service`, '服务单：示例会议', 'sheet', '打印'], [`${file}/checks`, '检查单：示例会议', 'checklists', '打印'], [`${file}/cards`, '座签：示例会议', 'place_cards', '打印座签']])('%s of a confidential meeting is marked on every sheet', async (path, name, paper, button) => {
    full()
    service.meeting.is_confidential = true
    service.state.mark = '示例会务岗 2027-03-01 08:30'
    await printed(path, name, button)
    expect(service.state.prints).toEqual([paper])
    expect(await officer.page.locator('[data-watermark]').evaluate((mark) => [getComputedStyle(mark).position, mark.textContent?.includes('示例会务岗 2027-03-01 08:30')])).toEqual(['fixed', true])
    const pdf = await officer.page.pdf({ preferCSSPageSize: true, ...pictured(`marked-${paper}`) })
    expect(pdf.length).toBeGreaterThan(0)
  })
})

it('notices are counted in the header and acknowledged once', async () => {
  const { page } = officer
  await officer.open('/meetings/notices', '会务通知')
  await page.getByRole('button', { name: '待办 2 项' }).waitFor()
  await officer.row('示例二号会议室 → 示例一号会议室').filter({ hasText: '2027-03-01 14:00 → 2027-03-01 09:00' }).getByRole('button', { name: /^已知悉/ }).click()
  await page.getByText('1 条未知悉').waitFor()
  await page.getByRole('button', { name: '待办 1 项' }).waitFor()
  expect(sent('/acknowledgement').map(({ path }) => path)).toEqual(['/api/v1/meetings/notices/n1/acknowledgement'])
  await officer.row('会标有改动').waitFor()
})
