// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { asked } from '@/shared/feedback/confirm'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import { countsOf, type RollOver } from './rollOver'
import RollOverPage from './RollOverPage.vue'

const line = (code: string, state: 'comes' | 'there') => ({ code, name: `项目${code}`, kind: 'project' as const, state, last_adjusted: '100.00', last_paid: '40.00' })
const over = (more: Partial<RollOver> = {}): RollOver => ({
  from: 2024, to: 2025, stored: false, lines: [line('P01', 'comes'), line('P02', 'there')],
  contracts: [{ number: 'HT-1', title: '物业', line: 'P01', amount: '60.00', state: 'stays', why: '项目还没有预算' }],
  goals: 1, supports: 0, indicators: [{ code: 'C1', name: '完成率', target: '≥95%（待确认）', unit: '', weight: '5', state: 'comes' }],
  remarks: [{ code: 'C1', rule: 'x', message: 'C1 的名称里有上年的年份' }], unanswerable: [], ...more,
})
const path = '/api/v1/closing/years/2025/roll-over'

beforeEach(() => {
  vi.stubGlobal('EventSource', QuietEvents)
  document.body.innerHTML = ''
})

describe('a roll-over', () => {
  it('counts only what would come', () => {
    expect(countsOf(over())).toEqual({ lines: 1, contracts: 0, indicators: 1 })
    expect(countsOf(over(), ['C1'])).toEqual({ lines: 1, contracts: 0, indicators: 0 })
  })

  it('shows what comes, what stays and why, and stores it when it is confirmed', async () => {
    const sent = fakeServer({ [`GET ${path}`]: { body: over() }, [`POST ${path}`]: { status: 201, body: over({ stored: true }) } })
    const page = await mounted(RollOverPage, { at: '/closing/roll-over?to=2025', me: sessionOf(['closing.close']) })
    await flushPromises()
    for (const text of ['≥95%（待确认）', '项目还没有预算', 'C1 的名称里有上年的年份']) expect(page.text()).toContain(text)
    await page.findAll('button').find((button) => button.text() === '结转到 2025 年')?.trigger('click')
    asked.value?.answer(true)
    await flushPromises()
    expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ from: 2024 })
  })

  it('leaves the indicators behind that nobody ticks', async () => {
    const second = { code: 'C2', name: '满意度', target: '≥90%（待确认）', unit: '', weight: '5', state: 'comes' as const }
    const both = over({ indicators: [...over().indicators, second] })
    const sent = fakeServer({ [`GET ${path}`]: { body: both }, [`POST ${path}`]: { status: 201, body: over({ stored: true }) } })
    const page = await mounted(RollOverPage, { at: '/closing/roll-over?to=2025', me: sessionOf(['closing.close']) })
    await flushPromises()
    await page.findAll('label').find((label) => label.text() === 'C1')?.get('input').setValue(false)
    expect(page.text()).toContain('绩效指标 1 个')
    await page.findAll('button').find((button) => button.text() === '结转到 2025 年')?.trigger('click')
    asked.value?.answer(true)
    await flushPromises()
    expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ from: 2024, leave: ['C1'] })
  })

  it('says what comes next when nothing is left', async () => {
    fakeServer({ [`GET ${path}`]: { body: over({ lines: [line('P01', 'there')], contracts: [], indicators: [] }) } })
    const page = await mounted(RollOverPage, { at: '/closing/roll-over?to=2025', me: sessionOf(['closing.close']) })
    await flushPromises()
    expect(page.findAll('button').some((button) => button.text() === '结转到 2025 年')).toBe(false)
    expect(page.text()).toContain('登记预算文件')
  })
})
