// SPDX-License-Identifier: Apache-2.0
import decodeQR from 'qr/decode.js'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openBrowser, settled, type Browser } from './browser'
import { startStage, type Person, type Stage } from './stage'

// A survey against the server itself: a draft, printed cards, phones that answer once, what somebody was not satisfied with, and the end.
let stage: Stage
let officer: Person
let phone: Browser
let number = ''
const cards: string[] = []
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  phone = await openBrowser(stage.front.origin, { width: 360, height: 640 })
})
afterAll(async () => {
  await phone?.close()
  await stage?.stop()
})
afterEach(() => {
  for (const browser of [officer.browser, phone]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const answerOf = (state: string) => phone.page.locator(`[data-answer=${state}]`)
async function scan(card: string): Promise<void> {
  await phone.page.goto('about:blank')
  await phone.page.goto(card)
  await phone.page.getByRole('heading', { level: 1 }).waitFor()
  await settled(phone.page)
}
async function fill(grade: string, text = ''): Promise<void> {
  await phone.page.getByText(grade, { exact: true }).click()
  if (text !== '') await phone.page.getByRole('textbox').fill(text)
  await phone.page.getByRole('button', { name: '提交答卷' }).click()
}
const openSurvey = async () => officer.open(`/surveys/list/${number}`, '示例食堂满意度')

it('a survey is made, opened, and its cards are issued', async () => {
  const { page, browser } = officer
  await officer.open('/surveys/new', '新建问卷')
  await page.getByLabel(/^名称/).fill('示例食堂满意度')
  await page.getByLabel(/^调查对象/).fill('用餐人员')
  await page.getByLabel(/^主题/).fill('示例食堂')
  await page.getByLabel(/^截止日期/).fill(today)
  await page.getByRole('button', { name: '保存草稿' }).click()
  await officer.heading('示例食堂满意度')
  number = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await page.getByRole('main').getByRole('button', { name: '开始收集' }).click()
  await officer.dialog().getByRole('button', { name: '开始收集' }).click()
  await page.getByRole('main').getByRole('button', { name: '发放问卷码' }).click()
  await page.getByLabel(/^卡片张数/).fill('8')
  await page.getByRole('button', { name: '发放并显示' }).click()
  await page.locator('[data-card]').nth(7).waitFor()
  // What a camera sees on the printed cards.
  for (let card = 1; card <= 8; ++card) cards.push(decodeQR(await browser.pixels(`[data-card]:nth-child(${card}) svg.qr`)))
  expect(new Set(cards).size).toBe(8)
  expect(cards.every((card) => card.startsWith(`${stage.front.origin}/survey#`))).toBe(true)
})

it('a phone answers once and is refused the second time', async () => {
  const [card = ''] = cards
  await scan(card)
  await phone.page.getByRole('heading', { name: '示例食堂满意度', level: 1 }).waitFor()
  await fill('满意')
  await answerOf('sent').waitFor()
  await phone.shot('surveys-journey-sent')
  await scan(card)
  await phone.page.getByRole('alert').first().waitFor()
  expect(await phone.page.getByRole('button', { name: '提交答卷' }).count()).toBe(0)
  await phone.shot('surveys-journey-used')
})

it('two windows with one card: the slower one is told and its answer is not counted', async () => {
  const card = cards[1] ?? ''
  await scan(card)
  const second = await phone.context.newPage()
  await second.goto(card)
  await second.getByText('满意', { exact: true }).click()
  await fill('基本满意')
  await answerOf('sent').waitFor()
  await second.getByRole('button', { name: '提交答卷' }).click()
  await second.locator('[data-answer=refused]').waitFor()
  await second.close()
})

it('an answer whose receipt got lost is counted once', async () => {
  await scan(cards[2] ?? '')
  let lost = 0
  // The first receipt gets lost; whatever goes afterwards goes through. The route stays: taking it away while something is under way is a race.
  await phone.page.route('**/api/v1/surveys/public/answers', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  })
  await fill('不满意', '示例意见：汤太咸')
  await answerOf('waiting').waitFor()
  // It may have gone by itself before the button is pressed.
  await phone.page.getByRole('button', { name: '现在送出' }).click({ timeout: 2_000 }).catch(() => undefined)
  await answerOf('sent').waitFor()
  await phone.page.unroute('**/api/v1/surveys/public/answers')
  // The browser says that a connection was lost.
  phone.take()
  expect(lost).toBe(1)
})

it('few answers show no texts and a warning, five show them, in no order of coming', async () => {
  await openSurvey()
  const figures = officer.page.locator('[data-results] dd')
  expect([await figures.nth(0).innerText(), await figures.nth(1).innerText()]).toEqual(['3', '8'])
  await officer.page.locator('[data-withheld]').waitFor()
  await officer.page.locator('.warnings li').first().waitFor()
  for (const [index, text] of [[3, '示例乙'], [4, '示例甲']] as const) {
    await scan(cards[index] ?? '')
    await fill('满意', text)
    await answerOf('sent').waitFor()
  }
  await openSurvey()
  expect([await figures.nth(0).innerText(), (await figures.nth(3).innerText()).split(/\s/)[0]]).toEqual(['5', '80.00%'])
  await officer.row('示例乙').waitFor()
  await officer.row('汤太咸').first().waitFor()
  await officer.looks('surveys-journey-results', ['light', 'phone'])
})

it('what somebody was not satisfied with is mended', async () => {
  const { page } = officer
  await officer.open('/surveys/actions?state=open', '整改事项')
  await officer.row('示例意见：汤太咸').getByRole('button').click()
  await officer.dialog().getByLabel(/^办理结果/).fill('示例：已调整配方')
  await officer.dialog().getByRole('button', { name: '办结' }).click()
  await page.getByText('没有整改事项').waitFor()
  await officer.open('/surveys/actions', '整改事项')
  await officer.row('已办结').filter({ hasText: '已调整配方' }).waitFor()
})

it('it is closed: cards that were not used are void, and the share stands in the statistics with its answers', async () => {
  const { page } = officer
  await openSurvey()
  await page.getByRole('main').getByRole('button', { name: '结束收集' }).click()
  await officer.dialog().getByRole('button', { name: '结束收集' }).click()
  await page.locator('.status').filter({ hasText: '已结束' }).waitFor()
  await scan(cards[5] ?? '')
  await phone.page.getByRole('alert').first().waitFor()
  expect(await phone.page.getByRole('button', { name: '提交答卷' }).count()).toBe(0)
  await officer.open('/surveys/statistics', '满意度统计')
  const line = page.getByRole('region', { name: '按主题比较' }).getByRole('row').filter({ hasText: '示例食堂' })
  expect((await line.innerText()).split(/\s+/).slice(0, 4)).toEqual(['示例食堂', '5', '8', '62.50%'])
})
