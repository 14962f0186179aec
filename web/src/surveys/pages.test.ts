// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import ActionsPage from './ActionsPage.vue'
import CardsPage from './CardsPage.vue'
import ChangePage from './ChangePage.vue'
import IntervalBar from './IntervalBar.vue'
import SurveyPage from './SurveyPage.vue'
import SurveysPage from './SurveysPage.vue'

vi.mock('@/shared/chart/ChartFigure.vue', () => ({ default: { render: () => null } }))

beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

const base = '/api/v1/surveys'
const everything = sessionOf(['surveys.read', 'surveys.edit', 'surveys.follow_up'])
const reader = sessionOf(['surveys.read'])
const questions = [{ code: 'Q1', text: 'q', kind: 'rating', options: [], is_main: true }]
const survey = (more: object = {}) => ({ number: 'W1', title: 't', audience: 'a', subject: 's', from: '2026-03-01', until: '2026-03-31', questions, state: 'open', issued: 50, asked: 50, left: 20, n: 30, share: '96.66', version: 4, ...more })
const results = (more: object = {}) => ({
  number: 'W1', n: 30, asked: 50, response_rate: '60.00', ratings: [{ code: 'Q1', text: 'q', is_main: true, n: 30, satisfied: 24, mostly: 5, dissatisfied: 1, share: '96.66', low: '83.33', high: '99.41' }],
  choices: [], texts: [{ question: 'q', text: '<b>w</b>' }], least_for_texts: 5, warnings: [{ code: 'low_response', least: '70' }], ...more,
})
const action = (more: object = {}) => ({ number: 'Z1', survey: 'W1', survey_title: 't', subject: 's', question: 'q', day: '2026-03-10', comment: 'c', state: 'open', age_days: 3, result: null, done_by: null, done_on: null, version: 7, ...more })
const list = (items: object[]) => ({ body: { items, next: null, total: items.length } })
const one = `GET ${base}/surveys/W1`
const common = { [`${one}/results`]: { body: results() }, [`GET ${base}/actions`]: list([]) }
const at = { at: '/surveys/list/W1', path: '/surveys/list/:survey' }
const bodies = async (sent: Request[], end: string) => Promise.all(sent.filter(({ url, method }) => method === 'POST' && url.endsWith(end)).map((request) => request.clone().json() as Promise<unknown>))
const inDialog = <E extends Element>(selector: string) => document.querySelector<E & HTMLElement>(`.el-dialog ${selector}`)

it('a share never stands without its answers, how many were asked and its interval', async () => {
  fakeServer({ ...common, [one]: { body: survey() } })
  const page = await mounted(SurveyPage, { ...at, me: reader })
  await flushPromises()
  expect(page.findAll('[data-results] dd').map((cell) => cell.text())).toEqual(['30', '50', '60.00%', '96.66% 83.33%–99.41%'])
  expect(page.findAll('.warnings li')).toHaveLength(1)
  expect(page.findComponent(IntervalBar).get('rect').attributes('x')).toBe('83.33')
  expect(page.html()).toContain('&lt;b&gt;w&lt;/b&gt;')
})

it('what was never asked for has no response, and what people wrote is withheld while they are few', async () => {
  fakeServer({ ...common, [one]: { body: survey({ asked: null }) }, [`${one}/results`]: { body: results({ asked: null, response_rate: null, texts: null }) } })
  const page = await mounted(SurveyPage, { ...at, me: reader })
  await flushPromises()
  const [, asked, rate] = page.findAll('[data-results] dd').map((cell) => cell.text())
  expect(asked).toBe(rate)
  expect([page.find('[data-withheld]').exists(), page.html().includes('&lt;b&gt;')]).toEqual([true, false])
})

it('whoever only reads changes nothing', async () => {
  fakeServer({ ...common, [one]: { body: survey() } })
  const buttons = async (me = reader) => (await mounted(SurveyPage, { ...at, me })).findAll('.head .actions > button.el-button').length
  expect([await buttons(), await buttons(everything)]).toEqual([0, 2])
})

it('is closed in the state that was looked at', async () => {
  const sent = fakeServer({ ...common, [one]: { body: survey() }, [`POST ${base}/surveys/W1/close`]: { body: survey({ state: 'closed' }) } })
  const page = await mounted(SurveyPage, { ...at, me: everything })
  await page.findAll('.head .actions > .el-button')[1]!.trigger('click')
  await flushPromises()
  inDialog<HTMLFormElement>('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(await bodies(sent, '/close')).toEqual([{ version: 4 }])
})

it('codes of cards are shown once, printed, and not lost without a question', async () => {
  window.print = vi.fn()
  const sent = fakeServer({ [one]: { body: survey() }, [`POST ${base}/surveys/W1/cards`]: { status: 201, body: { tokens: ['aa', 'bb'] } } })
  const page = await mounted(CardsPage, { at: '/surveys/list/W1/cards', path: '/surveys/list/:survey/cards', me: everything })
  await page.get('form input').setValue('0')
  await page.get('form').trigger('submit')
  expect(await bodies(sent, '/cards')).toEqual([])
  await page.get('form input').setValue('2')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(await bodies(sent, '/cards')).toEqual([{ version: 4, count: 2 }])
  expect(page.findAll('[data-card]')).toHaveLength(2)
  const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(false)
  await page.get('.head .el-button--primary').trigger('click')
  expect(leave()).toBe(true)
  expect(window.print).toHaveBeenCalledTimes(1)
})

it('a draft has no cards', async () => {
  fakeServer({ [one]: { body: survey({ state: 'draft' }) } })
  const page = await mounted(CardsPage, { at: '/surveys/list/W1/cards', path: '/surveys/list/:survey/cards', me: everything })
  expect([page.find('form').exists(), page.find('.empty').exists()]).toEqual([false, true])
})

it('what somebody else wrote of a draft meanwhile is shown beside one’s own, and nothing is overwritten', async () => {
  const titles = ['before', 'theirs']
  const sent = fakeServer({
    [one]: () => ({ body: survey({ state: 'draft', title: titles.shift() ?? '' }), headers: { etag: `"${titles.length}"` } }),
    [`PUT ${base}/surveys/W1`]: { status: 412, body: problem(412, 'request.changed') },
  })
  const page = await mounted(ChangePage, { at: '/surveys/list/W1/change', path: '/surveys/list/:survey/change', me: everything })
  await page.get('form input').setValue('mine')
  await page.get('form').trigger('submit')
  await flushPromises()
  const clash = [...document.querySelectorAll('.clashes tbody tr')].map((row) => row.textContent ?? '')
  expect(clash).toHaveLength(1)
  for (const text of ['before', 'mine', 'theirs']) expect(clash[0]).toContain(text)
  expect(sent.filter(({ method }) => method === 'PUT').map(({ headers }) => headers.get('if-match'))).toEqual(['"1"'])
})

it('the questions of an open survey are not offered for a change', async () => {
  fakeServer({ [one]: { body: survey(), headers: { etag: '"1"' } } })
  const page = await mounted(ChangePage, { at: '/surveys/list/W1/change', path: '/surveys/list/:survey/change', me: everything })
  expect(page.find('form').exists()).toBe(false)
})

it('what is to be mended is done with a result, by whoever may', async () => {
  const sent = fakeServer({ [`GET ${base}/actions`]: list([action(), action({ number: 'Z2', state: 'done' })]), [`POST ${base}/actions/Z1/done`]: { body: action({ state: 'done' }) } })
  const buttons = (page: Awaited<ReturnType<typeof mounted>>) => page.findAll('tbody .el-button')
  expect(buttons(await mounted(ActionsPage, { me: reader }))).toHaveLength(0)
  const page = await mounted(ActionsPage, { at: '/surveys/actions?state=open', me: everything })
  expect(sent.filter(({ url }) => url.includes('/actions')).map(({ url }) => new URL(url).searchParams.get('state'))).toEqual([null, 'open'])
  expect(buttons(page)).toHaveLength(1)
  await buttons(page)[0]!.trigger('click')
  await flushPromises()
  const submit = async () => {
    inDialog<HTMLFormElement>('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
  }
  await submit()
  expect(await bodies(sent, '/done')).toEqual([])
  const result = inDialog<HTMLTextAreaElement>('textarea')!
  const day = inDialog<HTMLInputElement>('input[type=date]')!
  const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) => {
    field.value = text
    field.dispatchEvent(new Event('input'))
  }
  type(result, ' r ')
  type(day, '2026-03-09')
  await submit()
  expect(await bodies(sent, '/done')).toEqual([])
  type(day, '2026-03-10')
  await submit()
  expect(await bodies(sent, '/done')).toEqual([{ version: 7, result: 'r', done_on: '2026-03-10' }])
})

it('the list reads every part and asks for what its address says', async () => {
  const parts = [{ items: [survey()], next: 'more', total: 2 }, { items: [survey({ number: 'W2' })], next: null, total: 2 }]
  const every = { items: [survey({ number: 'W3', subject: 'other' })], next: null, total: 1 }
  let isNarrowed = false
  const sent = fakeServer({ [`GET ${base}/surveys`]: () => ({ body: isNarrowed ? parts.shift() : every }) })
  const { fetch } = globalThis
  globalThis.fetch = ((request: Request) => {
    isNarrowed = new URL(request.url).searchParams.has('state')
    return fetch(request)
  }) as typeof globalThis.fetch
  const page = await mounted(SurveysPage, { at: '/surveys/list?state=open&subject=s', me: reader })
  await flushPromises()
  const asked = sent.map(({ url }) => new URL(url)).filter(({ pathname, searchParams }) => pathname.endsWith('/surveys') && searchParams.has('state')).map(({ searchParams }) => Object.fromEntries(searchParams))
  expect(asked).toEqual([{ state: 'open', subject: 's', limit: '200' }, { state: 'open', subject: 's', limit: '200', cursor: 'more' }])
  expect(page.findAll('tbody a').map((link) => link.attributes('href'))).toEqual(['/surveys/list/W1', '/surveys/list/W2'])
  expect(page.findAll('select')[1]?.findAll('option').map((option) => option.text())).toContain('other')
})
