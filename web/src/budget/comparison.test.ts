// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Contract } from '@/shared/api/contract'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import ComparedIndicators from './ComparedIndicators.vue'
import ComparedLines from './ComparedLines.vue'
import ComparisonPage from './ComparisonPage.vue'

const amounts = (adjusted: string, paid: string, rate: string) => ({ adjusted, paid, rate })
const row = (score: string | null, fact: boolean) => ({ name: '完成率', target: '≥95%', actual: '96%', weight: '5', score, fact })
const both: Contract<'YearComparison'> = {
  before: { year: 2023, ...amounts('1000000.00', '900000.00', '90.00'), run: 'r1', total: '91.00' },
  after: { year: 2024, ...amounts('1200000.00', '600000.00', '50.00'), run: null, total: null },
  lines: [
    { code: 'P01', name: '物业', name_before: '物业', kind: 'project', before: amounts('1000000.00', '900000.00', '90.00'), after: amounts('1200000.00', '600000.00', '50.00'), adjusted_difference: '200000.00', paid_difference: '-300000.00' },
    { code: 'P02', name: '新项目', name_before: null, kind: 'project', before: null, after: amounts('0.00', '0.00', '0.00'), adjusted_difference: '0.00', paid_difference: '0.00' },
  ],
  months: Array.from({ length: 12 }, (_, at) => ({ month: at + 1, before: '1.00', after: '2.00' })),
  indicators: [{ code: 'C1', name: '完成率', before: row('5.00', true), after: null, score_difference: null, differs: [] }],
}

beforeEach(() => {
  vi.stubGlobal('EventSource', QuietEvents)
  document.body.innerHTML = ''
})

it('each amount opens the records of its own year', async () => {
  const sent = fakeServer({ 'GET /api/v1/budget/years/2023/payments': { body: { items: [], next: null, total: 0, amount: '0.00' } } })
  const table = await mounted(ComparedLines, { props: { both } })
  expect(table.text()).toContain('-30.00')
  expect(table.text()).toContain('没有')
  await table.findAll('button.figure').find((button) => button.text() === '90.00')?.trigger('click')
  await vi.waitFor(() => expect(sent.map(({ url }) => new URL(url).pathname)).toContain('/api/v1/budget/years/2023/payments'))
})

it('an indicator that a run measured opens its fact, one that is not there says so', async () => {
  fakeServer({})
  const table = await mounted(ComparedIndicators, { props: { both } })
  expect(table.findAll('button.figure')).toHaveLength(1)
  expect(table.text()).toContain('2024 年还没有评价')
})

it('asks for the two years of its address', async () => {
  const sent = fakeServer({ 'GET /api/v1/closing/comparison': { status: 404 } })
  await mounted(ComparisonPage, { at: '/budget/comparison?before=2022&after=2024', me: sessionOf(['closing.read']) })
  await flushPromises()
  expect(sent.map(({ url }) => new URL(url).search)).toContain('?before=2022&after=2024')
})
