// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { chineseInFrame, dataOf, speak } from './english'
import { at, day, sampleMeetings } from './meetingsSample'
import { startStage, type Person, type Stage } from './stage'

// The pages of meetings with sample answers of the interface; sessions are the server's own.
let stage: Stage
let officer: Person
let leader: Person
const meetings = sampleMeetings()
const own = (from: string, until: string, room = 'A01', more = {}) => meetings.add('jixiao', { room, from: at(from), until: at(until) }, more)
const others = (from: string, until: string, room = 'A01', more = {}) => meetings.add('ld', { room, from: at(from), until: at(until) }, more)

async function allow(person: Person, account: string): Promise<void> {
  const { page } = person
  await page.route(/\/api\/v1\/identity\/me$/, async (route) => {
    const got = await route.fetch()
    if (!got.ok()) return route.fulfill({ response: got })
    const me = (await got.json()) as { permissions: string[] }
    return route.fulfill({ response: got, json: { ...me, permissions: [...me.permissions, ...['read', 'book', 'approve', 'edit'].map((right) => `meetings.${right}`)] } })
  })
  await meetings.serve(page, account)
}
beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  leader = await stage.as('ld')
  await allow(officer, 'jixiao')
  await allow(leader, 'ld')
})
afterAll(() => stage?.stop())
beforeEach(() => meetings.clear())
afterEach(() => {
  for (const { browser } of [officer, leader]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const file = '/meetings/bookings/HY-0001'
const places = [
  [`/meetings/timeline?view=week&day=${day}`, '会议室时间轴'], [`/meetings/timeline?view=day&day=${day}`, '会议室时间轴'], [`/meetings/timeline?view=room&day=${day}`, '会议室时间轴'], [`/meetings/new?day=${day}&room=A01`, '预订会议室'],
  ['/meetings/approvals', '会议审批'], ['/meetings/bookings', '会议清单'], ['/meetings/rooms', '会议室'], ['/meetings/statistics', '会议统计'],
] as const
function fill(): void {
  own('09:00', '10:30')
  others('10:30', '11:00')
  others('09:00', '10:00', 'B01')
  own('09:30', '11:00', 'B01')
  others('14:00', '16:00', 'A02', { is_confidential: true })
  others('14:00', '16:00', 'B01', { state: 'waiting' })
}

describe('every page', () => {
  beforeEach(fill)

  it.each(places)('%s', async (path, name) => {
    await officer.open(path, name)
    await officer.looks(`meetings${path.slice('/meetings'.length).replaceAll(/[/?=&]/g, '-')}`, ['light', 'dark', 'elder', 'phone'])
  })

  it('a booking, and what opens over it', async () => {
    await officer.open(file, '示例会议HY-0001')
    await officer.looks('meetings-booking', ['light', 'dark', 'elder', 'phone'])
    for (const name of ['改时间或会议室', '修改内容', '取消会议']) {
      await officer.open(file, '示例会议HY-0001')
      await officer.page.getByRole('main').getByRole('button', { name, exact: true }).click()
      await officer.dialog().first().waitFor()
      await settled(officer.page)
      await officer.looks(`meetings-dialog-${name}`, ['light', 'dark', 'phone'])
    }
  })

  it('a room is recorded', async () => {
    await officer.open('/meetings/rooms', '会议室')
    await officer.page.getByRole('button', { name: '登记会议室' }).click()
    await officer.dialog().getByRole('button', { name: '保存' }).click()
    await officer.dialog().getByText('请填写编号').first().waitFor()
    await officer.looks('meetings-room-form', ['light', 'dark', 'phone'])
  })

  it('speaks English', async () => {
    const { page } = officer
    await officer.open('/meetings/bookings', '会议清单')
    await speak(page, 'English')
    const data = await dataOf(page, ['/rooms', '/bookings', '/statistics'].map((path) => `/api/v1/meetings${path}`))
    const left: Record<string, string[]> = {}
    for (const path of [...places.map(([one]) => one), file]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      left[path] = await chineseInFrame(page, [...data, '绩效科', '甲中心'])
    }
    await speak(page, '中文')
    expect(left).toEqual(Object.fromEntries([...places.map(([one]) => one), file].map((path) => [path, []])))
  })
})

it.each(places.filter(([path]) => !/new|statistics/.test(path)))('%s with nothing in it', async (path, name) => {
  await officer.open(path, name)
  await officer.looks(`meetings-empty${path.slice('/meetings'.length).replaceAll(/[/?=&]/g, '-')}`, ['light'])
})

const sent = (path: string) => meetings.sent.filter((one) => one.path.endsWith(path)).map(({ body }) => body)

async function write({ page }: Person, title: string): Promise<void> {
  await page.getByLabel(/^会议名称/).fill(title)
  await page.getByLabel(/^会议类型/).fill('示例工作会议')
  await page.getByLabel(/^主办科室/).fill('示例科')
  await page.getByLabel(/^参会人数/).fill('20')
}
const submit = ({ page }: Person) => page.getByRole('button', { name: '提交预订' }).click()
const recorded = ({ page }: Person) => page.getByRole('link', { name: '打开预订单' }).waitFor()

it('two people ask for the same hour: the slower one is told and takes what is offered', async () => {
  for (const person of [officer, leader]) {
    await person.open(`/meetings/new?day=${day}&room=A01`, '预订会议室')
    await person.page.locator('[data-clashes] .good').waitFor()
    await write(person, '示例碰头会')
  }
  await submit(officer)
  await recorded(officer)
  await submit(leader)
  await leader.page.getByRole('alert').first().waitFor()
  await leader.page.locator('[data-clashes] .bad').waitFor()
  expect(await leader.page.locator('[data-clashes] li').count()).toBe(1)
  await leader.looks('meetings-new-clash', ['light', 'dark', 'phone'])
  await leader.page.getByRole('button', { name: /^改用 示例二号会议室/ }).click()
  await leader.page.locator('[data-clashes] .good').waitFor()
  await submit(leader)
  await recorded(leader)
  expect(meetings.bookings.map(({ room, from }) => [room, from])).toEqual([['A01', at('09:00')], ['A02', at('09:00')]])
})

it('a series leaves out the day that clashes, and one can be put back', async () => {
  const { page } = officer
  meetings.add('ld', { room: 'A01', from: at('09:30', '2027-03-08'), until: at('11:00', '2027-03-08') })
  await officer.open(`/meetings/new?day=${day}&room=A01`, '预订会议室')
  await write(officer, '示例例会')
  await page.getByLabel(/^重复/).first().selectOption('week')
  await page.getByLabel(/^重复到/).fill('2027-03-22')
  await page.locator('[data-day="2027-03-08"] .bad').waitFor()
  await submit(officer)
  await page.getByRole('alert').first().waitFor()
  expect(sent('/bookings')).toEqual([])
  await page.getByRole('button', { name: '跳过全部冲突的日期' }).click()
  await page.getByRole('button', { name: '恢复 2027-03-08' }).waitFor()
  await page.getByRole('button', { name: '跳过 2027-03-15' }).click()
  await page.getByRole('button', { name: '恢复 2027-03-15' }).click()
  await page.getByRole('button', { name: '跳过 2027-03-15' }).waitFor()
  await officer.looks('meetings-series', ['light', 'phone'])
  await submit(officer)
  await recorded(officer)
  expect(sent('/bookings')).toMatchObject([{ series: { every: 'week', last_day: '2027-03-22', leave_out: ['2027-03-08'] } }])
  expect(meetings.bookings.filter(({ account }) => account === 'jixiao').map(({ from }) => from)).toEqual(['2027-03-01', '2027-03-15', '2027-03-22'].map((on) => at('09:00', on)))
})

it('of two that ask for the same room one is approved, and the other goes where it is free', async () => {
  const { page } = leader
  const first = others('09:00', '10:00', 'B01')
  const second = own('09:30', '11:00', 'B01')
  await leader.open('/meetings/approvals', '会议审批')
  const card = (number: string) => page.locator(`[data-booking="${number}"]`)
  expect(await page.locator('.group').first().locator('[data-booking]').count()).toBe(2)
  await card(first.number).getByRole('button', { name: /^批准/ }).click()
  await card(first.number).waitFor({ state: 'detached' })
  await card(second.number).getByRole('link', { name: new RegExp(first.title ?? '') }).waitFor()
  await leader.looks('meetings-approvals-clash', ['light', 'phone'])
  await card(second.number).getByRole('button', { name: /^改用 示例一号会议室/ }).click()
  await expect.poll(() => sent('/moves')).toMatchObject([{ room: 'A01', from: second.from, version: 1 }])
  expect(sent('/decision')).toEqual([{ version: 1, is_approved: true, reason: null }])
})

it('nothing is refused without a reason', async () => {
  const { page } = leader
  const asked = own('09:00', '10:00', 'B01')
  await leader.open('/meetings/approvals', '会议审批')
  await page.getByRole('button', { name: /^不批准/ }).click()
  await leader.dialog().getByRole('button', { name: '不批准' }).click()
  await leader.dialog().getByText('请填写原因').first().waitFor()
  expect(sent('/decision')).toEqual([])
  await leader.dialog().getByLabel(/^原因/).fill('示例原因')
  await leader.dialog().getByRole('button', { name: '不批准' }).click()
  await expect.poll(() => sent('/decision')).toEqual([{ version: 1, is_approved: false, reason: '示例原因' }])
  expect(asked.state).toBe('refused')
})

describe('on the timeline', () => {
  const week = `/meetings/timeline?view=week&day=${day}`
  const dayOf = `/meetings/timeline?view=day&day=${day}`
  const pull = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    const { mouse } = officer.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
    await mouse.move(to.x, to.y)
    await mouse.up()
  }
  const boxOf = async (selector: string) => (await officer.page.locator(selector).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const lineAt = async (room: string, clock: number) => {
    const { x, y, width, height } = await boxOf(`[data-grid=day] [data-room=${room}]`)
    return { x: x + (width * (clock - 8)) / 10, y: y + height / 2 }
  }

  it('a booking is moved with keys: every step is said, and a clash before it is set down', async () => {
    own('09:00', '10:00')
    others('09:00', '10:00', 'A02')
    await officer.open(week, '会议室时间轴')
    const { page } = officer
    await page.locator('[data-grid]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    const said = page.locator('.said')
    await said.filter({ hasText: '冲突' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await said.filter({ hasText: '2027-03-02 09:00–10:15' }).waitFor()
    await page.keyboard.press('Enter')
    await officer.dialog().locator('[data-clashes] .good').waitFor()
    await officer.looks('meetings-move', ['light', 'dark', 'phone'])
    await officer.dialog().getByRole('button', { name: '确认移动' }).click()
    await expect.poll(() => sent('/moves')).toMatchObject([{ room: 'A02', from: at('09:00', '2027-03-02'), until: at('10:15', '2027-03-02') }])
  })

  it('a place is drawn with the pointer and booked', async () => {
    await officer.open(dayOf, '会议室时间轴')
    await pull(await lineAt('A02', 13), await lineAt('A02', 14.5))
    await officer.heading('预订会议室')
    expect(await officer.page.getByLabel(/^会议室/).inputValue()).toBe('A02')
    expect([await officer.page.getByLabel(/^开始/).inputValue(), await officer.page.getByLabel(/^结束(?!日期)/).inputValue()]).toEqual(['13:00', '14:30'])
  })

  it('a booking is carried to another room and extended at its edge', async () => {
    const booking = own('09:00', '10:00')
    await officer.open(dayOf, '会议室时间轴')
    const { x, y, width, height } = await boxOf(`[data-booking="${booking.number}"]`)
    const [from, to] = [await lineAt('A01', 9), await lineAt('A02', 11)]
    await pull({ x: x + width / 2, y: y + height / 2 }, { x: x + width / 2 + to.x - from.x, y: to.y })
    await officer.dialog().getByRole('button', { name: '确认移动' }).click()
    await expect.poll(() => sent('/moves')).toMatchObject([{ room: 'A02', from: at('11:00'), until: at('12:00') }])
    await officer.page.getByRole('dialog').waitFor({ state: 'detached' })
    await settled(officer.page)
    const now = await boxOf(`[data-booking="${booking.number}"]`)
    const [twelve, one] = [await lineAt('A02', 12), await lineAt('A02', 13)]
    await pull({ x: now.x + now.width - 3, y: now.y + now.height / 2 }, { x: now.x + now.width - 3 + one.x - twelve.x, y: now.y + now.height / 2 })
    await officer.dialog().getByRole('button', { name: '确认移动' }).click()
    await expect.poll(() => sent('/moves').at(-1)).toMatchObject({ room: 'A02', from: at('11:00'), until: at('13:00') })
  })

  it('on a phone it begins with one room, and what is free is booked from there', async () => {
    own('09:00', '10:00')
    const { page } = officer
    await page.setViewportSize({ width: 360, height: 640 })
    await officer.open(`/meetings/timeline?day=${day}`, '会议室时间轴')
    await page.locator('[data-grid=room]').waitFor()
    await page.getByRole('button', { name: /^10:00–18:00/ }).click()
    await officer.heading('预订会议室')
    expect(await page.getByLabel(/^开始/).inputValue()).toBe('10:00')
    await page.setViewportSize({ width: 1366, height: 768 })
  })
})
