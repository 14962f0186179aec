// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser, settled, type Browser } from './browser'
import { chineseInFrame, dataOf, speak } from './english'
import { looks } from './looks'
import { startStage, type Person, type Stage } from './stage'
import { sampleSurveys } from './surveysSample'

// The pages of surveys with sample answers of the interface; sessions are the server's own.
let stage: Stage
let officer: Person
let phone: Browser
let surveys: ReturnType<typeof sampleSurveys>

async function allow({ page }: Person): Promise<void> {
  await page.route(/\/api\/v1\/identity\/me$/, async (route) => {
    const got = await route.fetch()
    if (!got.ok()) return route.fulfill({ response: got })
    const me = (await got.json()) as { permissions: string[] }
    return route.fulfill({ response: got, json: { ...me, permissions: [...me.permissions, ...['read', 'edit', 'follow_up'].map((right) => `surveys.${right}`)] } })
  })
}
beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  await allow(officer)
  phone = await openBrowser(stage.front.origin, { width: 360, height: 640 })
})
afterAll(async () => {
  await phone?.close()
  await stage?.stop()
})
beforeEach(async () => {
  surveys = sampleSurveys()
  for (const page of [officer.page, phone.page]) {
    await page.unroute('**/api/v1/surveys/**')
    await surveys.serve(page)
  }
})
afterEach(() => {
  for (const browser of [officer.browser, phone]) expect(browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const open = '/surveys/list/WJ2026-001'
const places = [
  ['/surveys/list', '满意度问卷'], ['/surveys/new', '新建问卷'], [open, '示例满意度问卷WJ2026-001'], ['/surveys/list/WJ2026-002/change', '修改问卷 WJ2026-002'], ['/surveys/list/WJ2026-003', '示例满意度问卷WJ2026-003'],
  [`${open}/cards`, '发放问卷码（WJ2026-001）'], ['/surveys/actions', '整改事项'], ['/surveys/statistics', '满意度统计'],
] as const
const nameOf = (path: string) => path.slice(1).replaceAll(/[/?=&#]+/g, '-')
const sent = (path: string) => surveys.sent.filter((one) => one.path.endsWith(path)).map(({ body }) => body)

describe('every page', () => {
  it.each(places)('%s', async (path, name) => {
    await officer.open(path, name)
    await officer.looks(nameOf(path), ['light', 'dark', 'elder', 'phone'])
  })

  it.each([[open, '结束收集'], ['/surveys/list/WJ2026-002', '开始收集'], ['/surveys/actions', '办结整改事项 ZG2026-001']])('%s and what opens over it: %s', async (path, name) => {
    await officer.page.goto(path)
    await officer.page.getByRole('button', { name, exact: true }).click()
    await officer.dialog().first().waitFor()
    await settled(officer.page)
    await officer.looks(`surveys-dialog-${name.slice(0, 4)}`, ['light', 'dark', 'phone'])
  })

  it('speaks English', async () => {
    const { page } = officer
    await officer.open('/surveys/list', '满意度问卷')
    await speak(page, 'English')
    const data = await dataOf(page, ['/surveys', '/actions', '/statistics', '/surveys/WJ2026-001/results'].map((path) => `/api/v1/surveys${path}`))
    const left: Record<string, string[]> = {}
    for (const [path] of places) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      left[path] = await chineseInFrame(page, [...data, '绩效科', '甲中心'])
    }
    await speak(page, '中文')
    expect(left).toEqual(Object.fromEntries(places.map(([path]) => [path, []])))
  })

  it.each(places.filter(([path]) => /(list|actions|statistics)$/.test(path)))('%s with nothing in it', async (path, name) => {
    surveys.isEmpty.value = true
    await officer.open(path, name)
    await officer.looks(`${nameOf(path)}-empty`, ['light'])
  })
})

it('a survey is made with the keyboard: a question is added, moved and made the main one', async () => {
  const { page } = officer
  await officer.open('/surveys/new', '新建问卷')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('alert').getByRole('link').first().waitFor()
  await officer.looks('surveys-new-wrong', ['light', 'dark', 'phone'])
  await page.getByLabel(/^名称/).fill('示例会议满意度')
  await page.getByLabel(/^调查对象/).fill('参会人员')
  await page.getByLabel(/^主题/).fill('HY-0001')
  await page.getByLabel(/^开始日期/).fill('2026-05-01')
  await page.getByLabel(/^截止日期/).fill('2026-05-31')
  await page.getByRole('button', { name: '增加题目' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('示例：茶水服务')
  const third = page.getByRole('group', { name: '第 3 题' })
  await third.getByRole('radio', { name: '总体评价' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: '上移第 3 题' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('上移第 2 题')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await officer.heading('示例会议满意度')
  expect(sent('/surveys')).toMatchObject([{ subject: 'HY-0001', questions: [{ code: 'Q1', is_main: false }, { code: 'Q3', text: '示例：茶水服务', kind: 'rating', is_main: true }, { code: 'Q2', kind: 'text', is_main: false }] }])
})

it('a survey is opened, its cards are printed once, and it is closed', async () => {
  const { page } = officer
  await officer.open('/surveys/list/WJ2026-002', '示例满意度问卷WJ2026-002')
  await page.getByRole('button', { name: '开始收集' }).click()
  await officer.dialog().getByRole('button', { name: '开始收集' }).click()
  await page.getByRole('main').getByRole('button', { name: '发放问卷码' }).click()
  await page.getByLabel(/^卡片张数/).fill('12')
  await page.getByRole('button', { name: '发放并显示' }).click()
  await page.locator('[data-card]').nth(11).waitFor()
  await officer.looks('surveys-cards', ['light', 'dark', 'phone'])
  await page.emulateMedia({ media: 'print' })
  await officer.browser.shot('surveys-cards-print')
  expect(await page.locator('[data-card]').first().isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  // Nobody can ask for the same codes again.
  await page.reload()
  await page.getByLabel(/^卡片张数/).waitFor()
  expect(await page.locator('[data-card]').count()).toBe(0)
  expect(sent('/cards')).toEqual([{ version: 2, count: 12 }])
})

it('what somebody was not satisfied with is done, with its result', async () => {
  const { page } = officer
  await officer.open('/surveys/actions?state=open', '整改事项')
  await page.getByRole('button', { name: '办结整改事项 ZG2026-001' }).click()
  await officer.dialog().getByRole('button', { name: '办结' }).click()
  await officer.dialog().getByRole('alert').waitFor()
  expect(sent('/done')).toEqual([])
  await officer.dialog().getByLabel(/^办理结果/).fill('示例结果')
  await officer.dialog().getByLabel(/^办结日期/).fill('2026-03-12')
  await officer.dialog().getByRole('button', { name: '办结' }).click()
  await page.getByText('没有整改事项').waitFor()
  expect(sent('/done')).toEqual([{ version: 1, result: '示例结果', done_on: '2026-03-12' }])
})

describe('a phone', () => {
  const card = 'c0ffee00c0ffee00c0ffee00c0ffee00'
  const state = (name: string) => phone.page.locator(`[data-answer=${name}]`)
  const rate = async (grade = '满意') => {
    for (const question of ['Q1', 'Q2']) await phone.page.locator(`[data-question=${question}]`).getByText(grade, { exact: true }).click()
  }
  const submit = () => phone.page.getByRole('button', { name: '提交答卷' }).click()
  async function scan(): Promise<void> {
    await phone.page.goto('about:blank')
    await phone.page.goto(`/survey#${card}`)
    await settled(phone.page)
  }
  beforeEach(() => surveys.cards.add(card))

  it('answers once, and is refused the second time', async () => {
    await scan()
    await phone.page.getByRole('heading', { name: '示例满意度问卷', level: 1 }).waitFor()
    await looks(phone, 'survey-phone', ['light', 'dark', 'elder', 'phone'])
    await phone.page.setViewportSize({ width: 360, height: 640 })
    await submit()
    await phone.page.getByRole('alert').waitFor()
    await looks(phone, 'survey-phone-wrong', ['phone'])
    await phone.page.setViewportSize({ width: 360, height: 640 })
    await rate()
    await submit()
    await state('sent').waitFor()
    await looks(phone, 'survey-phone-sent', ['light', 'dark', 'phone'])
    await phone.page.setViewportSize({ width: 360, height: 640 })
    expect([surveys.answers.size, phone.page.url(), await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('survey')))]).toEqual([1, `${stage.front.origin}/survey`, []])
    await scan()
    await phone.page.getByRole('alert').waitFor()
    await looks(phone, 'survey-phone-used', ['phone'])
    await phone.page.setViewportSize({ width: 360, height: 640 })
    expect([await phone.page.getByRole('button', { name: '提交答卷' }).count(), surveys.answers.size]).toEqual([0, 1])
  })

  it('without a network keeps the answer over a closed page, and sends the same one later, once', async () => {
    await scan()
    await rate('不满意')
    await phone.page.route('**/api/v1/surveys/public/answers', (route) => route.abort('internetdisconnected'))
    await submit()
    await state('waiting').waitFor()
    await looks(phone, 'survey-phone-waiting', ['light', 'dark', 'phone'])
    await phone.page.setViewportSize({ width: 360, height: 640 })
    phone.take()
    await phone.page.unroute('**/api/v1/surveys/public/answers')
    await phone.page.goto('about:blank')
    await phone.page.goto('/survey')
    await state('sent').waitFor()
    expect([surveys.answers.size, surveys.cards.has(card)]).toEqual([1, false])
  })

  it('never tells the code or who is signed in: it stands in the body alone', async () => {
    const asked: string[] = []
    const note = (request: { url: () => string; headers: () => Record<string, string> }) => void asked.push(`${request.url()} ${JSON.stringify(request.headers())}`)
    officer.page.on('request', note)
    await officer.page.goto(`/survey#${card}`)
    await officer.page.getByRole('button', { name: '提交答卷' }).waitFor()
    officer.page.off('request', note)
    expect(asked.filter((one) => one.includes(card))).toEqual([])
    expect(asked.filter((one) => one.includes('/api/') && !one.includes('/api/v1/surveys/public/questions'))).toEqual([])
    expect(asked.filter((one) => one.includes('/api/') && /cookie|csrf/i.test(one))).toEqual([])
  })

  it('reads English', async () => {
    await scan()
    await speak(phone.page, 'English')
    await settled(phone.page)
    const left = await chineseInFrame(phone.page, ['示例满意度问卷', ...surveys.surveys[0]!.questions.flatMap(({ text, options }) => [text, ...options])])
    await speak(phone.page, '中文')
    expect(left).toEqual([])
  })
})
