// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useRouter } from 'vue-router'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import { todoCount } from '@/shared/todo'
import BackTest from './BackTest.vue'
import DeskPage from './DeskPage.vue'
import NeedList from './NeedList.vue'
import WhatIfPage from './WhatIfPage.vue'
import { numberText, pointsLost, rangeText } from './figures'
import { useOpenPages, type Missing } from './places'
import { desk, row } from './sample'

beforeEach(() => void vi.stubGlobal('EventSource', QuietEvents))
afterEach(() => vi.useRealTimers())

const year = '/api/v1/indicators/years/2026'
const years = { body: { items: [{ year: 2024 }, { year: 2026 }], next: null } }
const targets = { body: { year: 2026, on: '2026-07-15', fixed: false, goals: [], first: [], supports: [], revisions: [], indicators: [{ code: 'C1', measure: { source: '台账:会议台账', method: '计数', period: '2026' } }] } }

describe('numbers', () => {
  it('are grouped as they are, without becoming floating point', () => {
    expect(['1234567.80', '999', '-1234.5', '12345678901234567890.12'].map(numberText)).toEqual(['1,234,567.80', '999', '-1,234.5', '12,345,678,901,234,567,890.12'])
  })

  it('show a range only where there is one', () => {
    expect(rangeText({ low: '88.5', expected: '94.35', high: '98' })).toBe('94.35（88.5～98）')
    expect(rangeText({ low: '98', expected: '98', high: '98' })).toBe('98')
    expect(rangeText({ low: '0', expected: null, high: '10' })).toBe('—')
  })

  it('are subtracted exactly: 10 − 9.99 is 0.01, and without a weight nothing is lost', () => {
    const score = (expected: string | null) => ({ so_far: null, low: null, expected, high: null })
    expect([pointsLost('10', score('9.99')), pointsLost('5', score('5.00')), pointsLost('8', score('0')), pointsLost(null, score('1')), pointsLost('1', score(null))]).toEqual(['0.01', '0.00', '8.00', null, null])
  })
})

describe('what is missing leads to where it is put right', () => {
  const thing = (kind: Missing['kind'], name = '', code: string | null = null): Missing => ({ kind, code, name, message: '', since: null, basis: null })
  async function places(permissions: string[], things: Missing[]) {
    let found: (string | null)[] = []
    const Probe = defineComponent({
      setup() {
        const page = (name: string, path: string, needs: string) => useRouter().addRoute({ path, component: { render: () => null }, meta: { page: { name, path, permissions: [needs], menu: 1 } as never } })
        page('ledgers.import', '/ledgers/register/:ledger/import', 'ledgers.import')
        page('ledgers.register', '/ledgers/register/:ledger', 'ledgers.read')
        page('indicators.workbench', '/self-evaluation', 'indicators.read')
        found = things.map((one) => useOpenPages().placeOf(one, '2026'))
        return () => h('i')
      },
    })
    await mounted(Probe, { me: sessionOf(permissions) })
    return found
  }

  it('as far as this person may go there', async () => {
    const things = [thing('ledger_not_imported', '台账:会议 台账'), thing('entry_missing', '满意度', 'C 3'), thing('execution_behind')]
    const register = `/ledgers/register/${encodeURIComponent('会议 台账')}`
    expect(await places(['ledgers.import', 'ledgers.read', 'indicators.read'], things)).toEqual([`${register}/import`, '/self-evaluation?year=2026&code=C%203', null])
    expect(await places(['ledgers.read'], things)).toEqual([register, null, null])
    expect(await places([], things)).toEqual([null, null, null])
  })
})

describe('the desk', () => {
  it('shows the score with its range, the light as a word, what is missing, and counts it for the header', async () => {
    fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/desk`]: { body: desk() }, [`GET ${year}/targets`]: targets })
    const wrapper = await mounted(DeskPage, { me: sessionOf(['indicators.read', 'desk.use']) })
    const text = wrapper.text()
    for (const word of ['94.35 分', '88.5～98', '执行率 50.00%', '时间进度 58.3%（7 月）', '正常', '落后', '未签署', '会议台账这个月还没有导入', '还要 60 次']) expect(text).toContain(word)
    expect(todoCount.value).toBe(2)
  })

  it('opens the records of a figure that a measure counts; what people entered is plain text', async () => {
    const answer = { name: '', printed: '1,200次', words: null, missing: null, period: '2026', formula: '记录数', definition: '', columns: [{ name: '会议', type: 'text', unit: null }], items: [{ id: '1', place: 'A2', digest: '', role: 'counted', cells: ['第一场'] }], next: null, records: 1 }
    const sent = fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/desk`]: { body: desk() }, [`GET ${year}/targets`]: targets, [`POST ${year}/measure-answers`]: { body: answer } })
    const wrapper = await mounted(DeskPage, { me: sessionOf(['indicators.read']) })
    expect(wrapper.findAll('button.figure').map((one) => one.text())).toEqual(['1,200次'])
    await wrapper.get('button.figure').trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
    const asked = sent.find(({ method }) => method === 'POST')
    expect(await asked?.json()).toEqual({ measure: { source: '台账:会议台账', method: '计数', period: '2026' }, unit: '次', on: '2026-07-15', cursor: null })
    const drawer = document.querySelector('.el-drawer')
    expect([...(drawer?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent?.trim())).toEqual(['会议'])
    expect(drawer?.querySelector('tbody td')?.textContent).toBe('第一场')
    expect(drawer?.textContent).toContain('实时统计')
  })

  it('asks for another day of the year when the address names one, and not for a day of another year', async () => {
    const sent = fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/desk`]: { body: desk() } })
    await mounted(DeskPage, { me: sessionOf(['indicators.read']), at: '/desk?year=2026&on=2026-03-31' })
    await mounted(DeskPage, { me: sessionOf(['indicators.read']), at: '/desk?year=2026&on=2025-03-31' })
    expect(sent.filter(({ url }) => url.includes('/desk')).map(({ url }) => new URL(url).search)).toEqual(['?on=2026-03-31', ''])
  })

  it('says what to do while a year has no promises, and why when it cannot be read', async () => {
    const empty = desk({ missing: [{ kind: 'targets_missing', code: null, name: '', message: '还没有绩效目标', since: null, basis: null }] })
    fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/desk`]: { body: { ...empty, forecast: { ...empty.forecast, budget: null, rows: [] } } }, [`GET ${year}/targets`]: targets })
    const text = (await mounted(DeskPage, { me: sessionOf(['indicators.read']) })).text()
    for (const word of ['2026年还没有绩效指标', '没有指标', '还没有绩效目标']) expect(text).toContain(word)
    expect(text).not.toContain('全年得分预测')
    fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/desk`]: { status: 500, body: problem(500, 'request.failed') } })
    expect((await mounted(DeskPage, { me: sessionOf(['indicators.read']) })).get('[role=alert]').text()).toContain('request.failed')
  })

  it('asks for nothing that this person may not see', async () => {
    const sent = fakeServer({})
    const wrapper = await mounted(DeskPage, { me: sessionOf(['audit.read', 'desk.use']) })
    expect(wrapper.find('h1').text()).toBe('工作台')
    expect(sent.filter(({ url }) => url.includes('/indicators/'))).toEqual([])
  })
})

it('the security administrator sees how many roles wait, and that none does', async () => {
  const grants = (count: number, next: string | null) => ({ 'GET /api/v1/identity/grants': { body: { items: Array.from({ length: count }, (_, index) => ({ grant: String(index) })), next } } })
  const open = async (count: number, next: string | null = null) => {
    const sent = fakeServer(grants(count, next))
    const wrapper = await mounted(DeskPage, { me: sessionOf(['identity.authorise', 'identity.read']) })
    expect(sent.map(({ url }) => new URL(url).search)).toContain('?state=proposed&limit=100')
    return wrapper.text()
  }
  expect(await open(2)).toContain('2 项授权等待批准')
  expect(await open(100, 'c')).toContain('100 项以上授权等待批准')
  expect(await open(0)).toContain('没有待办事项')
})

it('and that a restoration waits for their approval', async () => {
  const open = async (state: string) => {
    fakeServer({
      'GET /api/v1/identity/grants': { body: { items: [], next: null } },
      'GET /api/v1/system/status': { body: { restoration: { state, backup: '20261124-1', account: 'sys' } } },
    })
    return (await mounted(DeskPage, { me: sessionOf(['identity.authorise', 'system.approve']) })).text()
  }
  expect(await open('asked')).toContain('sys 申请恢复备份 20261124-1')
  expect(await open('expired')).toContain('没有待办事项')
})

describe('what must happen for full marks', () => {
  it('begins with what is expected to lose most, and leaves out what is reached', async () => {
    fakeServer({})
    const wrapper = await mounted(NeedList, { props: { forecast: desk().forecast } })
    const cells = wrapper.findAll('tbody tr').map((line) => line.findAll('td').map((cell) => cell.text()))
    expect(cells.map(([name]) => name)).toEqual(['示例指标C2', '预算执行', '示例指标C3'])
    expect(cells[0]).toEqual(['示例指标C2', '≥1930次', '还要 60 次', '12次', '2026-12-31', '2.50'])
  })

  it('says so when nothing is left to do', async () => {
    fakeServer({})
    const { forecast } = desk()
    const reached = { ...forecast, rows: [row('C1')], execution: { ...forecast.execution, need: { ...forecast.execution.need, kind: 'reached' as const } } }
    expect((await mounted(NeedList, { props: { forecast: reached } })).text()).toContain('每个指标都能得满分')
  })
})

it('a year that has no total yet has no back-test', async () => {
  const back_test = { year: 2026, total: null, mean_error: null, worst_error: null, days: [], rows: [] }
  fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/desk`]: { body: desk({ back_test }) } })
  expect((await mounted(DeskPage, { me: sessionOf(['indicators.read']) })).text()).not.toContain('预测准不准')
})

it('the back-test says how far it was off, and in how many months the year lay in the range', async () => {
  const day = (on: string, in_range: boolean) => ({ on, total: { so_far: null, low: '90', expected: '95', high: '99' }, error: '-3.28', in_range, executed_error: null })
  const test = { year: 2024, total: '98.28', mean_error: '1.95', worst_error: '-3.28', rows: [], days: [day('2024-01-31', false), day('2024-02-29', true)] }
  const wrapper = await mounted(BackTest, { props: { test } })
  expect(wrapper.text()).toContain('98.28 分比较')
  expect(wrapper.text()).toContain('平均相差 1.95 分，最大相差 -3.28 分；实际总分有 1 次落在预测区间里，共 2 次')
})

describe('what if', () => {
  const answer = (after: string) => ({ total: { before: '94.35', after, difference: '2.5' }, execution: { before: '19.17', after: '19.17', difference: '0' }, rows: [{ code: 'C2', before: '7.5', after: '10', difference: '2.5' }], forecast: { ...desk().forecast, rows: [row('C1'), row('C2'), row('C3')] } })

  async function open(answers: Parameters<typeof fakeServer>[0]) {
    const sent = fakeServer({ 'GET /api/v1/indicators/years': years, [`GET ${year}/forecast`]: { body: { ...desk().forecast, back_test: null } }, ...answers })
    const wrapper = await mounted(WhatIfPage, { me: sessionOf(['indicators.read']) })
    vi.useFakeTimers()
    const type = async (name: string, text: string) => {
      await wrapper.get(`input[aria-label*="${name}"]`).setValue(text)
      await vi.advanceTimersByTimeAsync(450)
      await flushPromises()
    }
    const asked = () => sent.filter(({ method, url }) => method === 'POST' && url.endsWith('/what-if'))
    return { wrapper, type, asked }
  }

  it('asks once typing pauses, with what is supposed alone, and shows how the score moves', async () => {
    const { wrapper, type, asked } = await open({ [`POST ${year}/what-if`]: { body: answer('96.85') } })
    await wrapper.get('input[aria-label*="示例指标C2"]').setValue('2')
    await type('示例指标C2', ' 2000 ')
    expect(asked()).toHaveLength(1)
    expect(await asked()[0]?.json()).toEqual({ on: null, figures: [{ code: 'C2', value: '2000' }], adjusted: null, executed: null })
    expect(wrapper.text()).toContain('96.85')
    expect(wrapper.text()).toContain('+2.5')
    // An emptied field is no figure, and with none there is nothing to ask.
    await type('示例指标C2', '')
    expect(asked()).toHaveLength(1)
    expect(wrapper.text()).not.toContain('96.85')
  })

  it('says at the figure what is wrong with it', async () => {
    const refused = problem(422, 'request.fields_wrong', [{ pointer: '/figures/1/value', code: 'x', message: '“很多”不是数' }])
    const { wrapper, type } = await open({ [`POST ${year}/what-if`]: { status: 422, body: refused } })
    await wrapper.get('input[aria-label*="示例指标C1"]').setValue('2000')
    await type('示例指标C2', '很多')
    const field = wrapper.get('input[aria-label*="示例指标C2"]')
    expect(field.attributes('aria-invalid')).toBe('true')
    expect(wrapper.get('input[aria-label*="示例指标C1"]').attributes('aria-invalid')).toBeUndefined()
    expect(wrapper.text()).toContain('“很多”不是数')
  })
})
