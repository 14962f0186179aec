// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import { differenceText, othersOf, type ComparedQuestion } from './comparison'
import ComparisonPage from './ComparisonPage.vue'
import type { Survey } from './surveys'

const base = '/api/v1/surveys/surveys'
const survey = (number: string, more: Partial<Survey> = {}) => ({ number, title: number, audience: 'a', subject: 's', from: '2026-01-01', until: '2026-12-31', questions: [], state: 'closed', issued: 0, asked: 20, left: 0, n: 10, share: '90.00', version: 1, ...more }) as unknown as Survey
const tally = (share: string | null, low: string | null, high: string | null) => ({ n: 10, satisfied: 9, mostly: 0, dissatisfied: 1, share, low, high })
const question = (more: Partial<ComparedQuestion> = {}): ComparedQuestion => ({ text: 'q', is_main: true, before: tally('70.00', '60.00', '78.00'), after: tally('90.00', '80.00', '95.00'), difference: '20.00', verdict: 'higher', ...more })
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

it('the others of the same people and subject come first, drafts and itself not at all', () => {
  const all = [survey('W4', { subject: 'x', from: '2026-06-01' }), survey('W2', { from: '2024-01-01' }), survey('W3', { from: '2025-01-01' }), survey('W5', { state: 'draft' }), survey('W1')]
  expect(othersOf(all, survey('W1')).map(({ number }) => number)).toEqual(['W3', 'W2', 'W4'])
})

it('a difference has its sign', () => {
  expect(['1.20', '-1.20', '0.00'].map((difference) => differenceText(question({ difference })).split(' ')[0])).toEqual(['+1.20', '-1.20', '0.00'])
  expect(differenceText(question({ difference: null }))).toBe('')
})

describe('two surveys side by side', () => {
  const before = { ...survey('W0'), title: 'old' }
  const answers = (questions: ComparedQuestion[]) => ({
    [`GET ${base}/W1`]: { body: survey('W1') },
    [`GET ${base}`]: { body: { items: [survey('W1'), survey('W0')], next: null, total: 2 } },
    [`GET ${base}/W1/comparison`]: { body: { before, after: survey('W1'), questions, only_before: ['gone'], only_after: [] } },
  })
  const open = async (query: string) => {
    const page = await mounted(ComparisonPage, { at: `/surveys/list/W1/comparison${query}`, path: '/surveys/list/:survey/comparison', me: sessionOf(['surveys.read']) })
    await flushPromises()
    return page
  }

  it('are asked for once the other one is chosen', async () => {
    const sent = fakeServer(answers([question()]))
    const page = await open('')
    expect(page.find('.empty').exists()).toBe(true)
    expect(sent.some(({ url }) => url.includes('/comparison'))).toBe(false)
  })

  it('show of each question the answers, the share and the interval of both, and what it says', async () => {
    const sent = fakeServer(answers([question(), question({ text: 'r', verdict: 'overlap', difference: '-0.50' })]))
    const page = await open('?with=W0')
    expect(new URL(sent.find(({ url }) => url.includes('/comparison'))?.url ?? '').searchParams.get('with')).toBe('W0')
    for (const text of ['70.00%', '60.00%–78.00%', '90.00%', '80.00%–95.00%', '+20.00', '-0.50', 'gone', 'old']) expect(page.text()).toContain(text)
  })

  it('without a question in common say so', async () => {
    fakeServer(answers([]))
    expect((await open('?with=W0')).find('.empty').exists()).toBe(true)
  })
})
