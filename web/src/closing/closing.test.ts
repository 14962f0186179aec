// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asked } from '@/shared/feedback/confirm'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import { nextToClose, type ClosingPeriod, type ClosingYear } from './closing'
import MonthsPage from './MonthsPage.vue'

const period = (name: string, state: ClosingPeriod['state'] = 'over', more: Partial<ClosingPeriod> = {}): ClosingPeriod => ({
  period: name, state, closed_at: state === 'closed' ? '2024-02-05T01:00:00Z' : null, account: state === 'closed' ? 'kj' : null, open_items: 0, corrections: 0, contents: [], ...more,
})
const year = (closed: number, over: number, more: Partial<ClosingYear> = {}): ClosingYear => ({
  year: 2024,
  whole: period('2024', closed === 13 ? 'closed' : over >= 12 ? 'over' : 'running'),
  months: Array.from({ length: 12 }, (_, at) => period(`2024-${String(at + 1).padStart(2, '0')}`, at < closed ? 'closed' : at < over ? 'over' : 'running')),
  corrections: [],
  ...more,
})
const path = '/api/v1/closing/years/2024'

beforeEach(() => {
  vi.stubGlobal('EventSource', QuietEvents)
  document.body.innerHTML = ''
})

describe('what can be closed next', () => {
  it('is the first open month that is over, then the year', () => {
    expect(nextToClose(year(0, 1))?.period).toBe('2024-01')
    expect(nextToClose(year(1, 1))).toBeNull()
    expect(nextToClose(year(11, 12))?.period).toBe('2024-12')
    expect(nextToClose(year(12, 12))?.period).toBe('2024')
    expect(nextToClose(year(13, 12))).toBeNull()
  })
})

describe('the page of months', () => {
  const open = async (answers: Parameters<typeof fakeServer>[0], may = ['closing.read', 'closing.close']) => {
    const sent = fakeServer(answers)
    const page = await mounted(MonthsPage, { at: '/closing/months?year=2024', me: sessionOf(may) })
    await flushPromises()
    return { page, sent }
  }

  it('shows what stands open before it closes, and closes all the same only when it is said twice', async () => {
    const { page, sent } = await open({
      [`GET ${path}`]: { body: year(1, 3) },
      [`GET ${path}/open-items`]: { body: { items: [{ severity: 'error', code: 'x', message: '服务费未付' }], next: null, period: '2024-02', closes: ['2024-02'] } },
      [`POST ${path}/closings`]: { status: 201, body: year(2, 3) },
    })
    expect(page.text()).toContain('服务费未付')
    await page.findAll('button').find((button) => button.text() === '仍要结账')?.trigger('click')
    expect(sent.some(({ method }) => method === 'POST')).toBe(false)
    asked.value?.answer(true)
    await flushPromises()
    const post = sent.find(({ method }) => method === 'POST')
    expect(await post?.json()).toEqual({ period: '2024-02', accept_open: true })
  })

  it('says what changed behind closed months, to whoever only reads too', async () => {
    const correction = { id: 'c', reason: '审计发现漏记', document: '示审〔2024〕3号', account: 'kj', made_at: '2024-03-05T01:00:00Z', periods: ['2024-01'] }
    const months = year(2, 3).months.map((one) => (one.period === '2024-01' ? { ...one, corrections: 1 } : one))
    const { page } = await open({ [`GET ${path}`]: { body: { ...year(2, 3), months, corrections: [correction] } } }, ['closing.read'])
    expect(page.text()).toContain('结账后有 1 次更正')
    expect(page.text()).toContain('审计发现漏记')
    expect(page.text()).not.toContain('下一步')
  })

  it('names what no correction explains', async () => {
    const content = { kind: 'payments', subject: null, count: 1, amount: '100.00', digest: 'a' }
    const register = { kind: 'ledgers', subject: '会议', count: 3, amount: '0.00', digest: 'b' }
    const { page } = await open({
      [`GET ${path}`]: { body: year(2, 2) },
      [`GET ${path}/verification`]: { body: { items: [{ period: '2024-01', kind: 'payments', subject: null, then: content, now: { ...content, count: 2 } }, { period: '2024-01', kind: 'ledgers', subject: '会议', then: register, now: { ...register, digest: 'c' } }], next: null } },
    })
    await page.findAll('button').find((button) => button.text() === '核对')?.trigger('click')
    await flushPromises()
    expect(page.find('[role=alert]').text()).toContain('2 笔')
  })
})
