// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { fakeServer, mounted, problem } from '@/shared/testing'
import { ApiProblem } from '@/shared/api/problem'
import type { Conflict } from '@/shared/api/useEdit'
import { confirm } from './confirm'
import ConfirmDialog from './ConfirmDialog.vue'
import ConflictDialog from './ConflictDialog.vue'
import EmptyState from './EmptyState.vue'
import { percentOf } from './job'
import JobProgress from './JobProgress.vue'
import PageProgress from './PageProgress.vue'
import ProblemNotice from './ProblemNotice.vue'
import StatusTag from './StatusTag.vue'

class Quiet {
  static opened: Quiet[] = []
  heard = new Map<string, (event: { data: string }) => void>()
  isClosed = false
  constructor() {
    Quiet.opened.push(this)
  }
  addEventListener(type: string, heard: (event: { data: string }) => void) {
    this.heard.set(type, heard)
  }
  close() {
    this.isClosed = true
  }
}
beforeEach(() => {
  Quiet.opened = []
  vi.stubGlobal('EventSource', Quiet)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a state', () => {
  it('has a shape of its own for each kind, beside its word', async () => {
    const kinds = ['good', 'attention', 'bad', 'neutral', 'waiting']
    const shapes = await Promise.all(kinds.map(async (kind) => (await mounted(StatusTag, { props: { kind, word: '正常' } })).get('path').attributes('d')))
    expect(new Set(shapes).size).toBe(kinds.length)
    expect((await mounted(StatusTag, { props: { kind: 'bad', word: '超期' } })).text()).toBe('超期')
  })
})

it('an empty place says why and what to do', async () => {
  const wrapper = await mounted(EmptyState, { props: { title: '没有', says: '先导入' }, slots: { default: '<button>导入</button>' } })
  expect(wrapper.text()).toBe('没有先导入导入')
  expect((await mounted(EmptyState, { props: { title: '没有' } })).find('.actions').exists()).toBe(false)
})

it('a refusal shows its sentence and its number, and can be tried again', async () => {
  const wrapper = await mounted(ProblemNotice, { props: { problem: new ApiProblem(problem(500, 'request.broken')) } })
  expect(wrapper.text()).toContain('trace')
  await wrapper.findAll('button').at(-1)?.trigger('click')
  expect(wrapper.emitted('retry')).toHaveLength(1)
})

describe('a question', () => {
  const press = async (index: number) => {
    document.querySelectorAll<HTMLButtonElement>('.el-dialog__footer button')[index]?.click()
    await flushPromises()
  }
  const question = { title: '红冲', says: '将红冲 12 张凭证', action: '红冲' }

  it('is answered by its buttons', async () => {
    await mounted(ConfirmDialog)
    for (const [button, answer] of [[0, false], [1, true]] as const) {
      const asked = confirm(question)
      await flushPromises()
      expect(document.body.textContent).toContain('将红冲 12 张凭证')
      await press(button)
      expect(await asked).toBe(answer)
    }
  })

  it('that another one takes the place of is answered with no', async () => {
    const first = confirm(question)
    const second = confirm(question)
    expect(await first).toBe(false)
    await mounted(ConfirmDialog)
    await press(1)
    expect(await second).toBe(true)
  })
})

describe('a conflict', () => {
  const conflict: Conflict<{ amount: string; note: string }> = {
    theirs: { amount: '3.00', note: '' },
    clashes: [{ field: 'amount', base: '1.00', mine: '2.00', theirs: '3.00' }, { field: 'note', base: 'a', mine: 'b', theirs: '' }],
  }
  const open = () => mounted(ConflictDialog, { props: { conflict, labels: { amount: '金额' } } })
  const press = (index: number) => document.querySelectorAll<HTMLButtonElement>('.el-dialog__footer button')[index]?.click()

  it('shows every clash and gives the choices', async () => {
    const wrapper = await open()
    const text = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s/g, ''))
    expect(text).toEqual(['金额1.00我的2.00对方的3.00', 'notea我的b对方的（空）'])
    document.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click()
    await nextTick()
    press(2)
    expect(wrapper.emitted('settle')).toEqual([[{ amount: 'theirs', note: 'mine' }]])
  })

  it('takes one side altogether', async () => {
    const wrapper = await open()
    press(0)
    press(1)
    expect(wrapper.emitted('settle')).toEqual([[{ amount: 'theirs', note: 'theirs' }], [{ amount: 'mine', note: 'mine' }]])
  })
})

describe('a job', () => {
  const job = (state: string, more: object = {}) => ({ body: { job: 'j1', kind: 'budget.import', title: '导入支付', state, progress: { done: 5, total: 10, note: '读' }, problem: null, cancel_requested: false, files: [], ...more } })

  it('is asked again when an event says so, and says when it ended', async () => {
    let now = job('running')
    const sent = fakeServer({ 'GET /api/v1/jobs/j1': () => now })
    const wrapper = await mounted(JobProgress, { props: { job: 'j1' } })
    expect(wrapper.text()).toContain('50%')
    now = job('done', { progress: null, files: [{ name: 'e.xlsx', bytes: 2048 }] })
    Quiet.opened[0]?.heard.get('job')?.({ data: '{"job":"another"}' })
    await flushPromises()
    expect(sent).toHaveLength(1)
    Quiet.opened[0]?.heard.get('job')?.({ data: '{"job":"j1"}' })
    await flushPromises()
    expect(wrapper.emitted('end')).toHaveLength(1)
    expect(wrapper.get('a').attributes('href')).toBe('/api/v1/jobs/j1/files/e.xlsx')
    wrapper.unmount()
    expect(Quiet.opened[0]?.isClosed).toBe(true)
  })

  it('says why it failed, and that it is being cancelled', async () => {
    fakeServer({ 'GET /api/v1/jobs/j1': job('failed', { progress: null, problem: { code: 'x', message: '表头不对' } }) })
    expect((await mounted(JobProgress, { props: { job: 'j1' } })).get('[role=alert]').text()).toBe('表头不对')
    fakeServer({ 'GET /api/v1/jobs/j1': job('running', { cancel_requested: true }) })
    expect((await mounted(JobProgress, { props: { job: 'j1' } })).find('button').exists()).toBe(false)
  })

  it('knows how far it is only when it knows how much there is', () => {
    const at = (progress: { done: number; total: number } | null) => percentOf({ progress: progress && { ...progress, note: '' } })
    expect([null, { done: 3, total: 0 }, { done: 2, total: 3 }, { done: 4, total: 3 }].map(at)).toEqual([null, null, 66, 100])
  })

  it('can be cancelled once, with a key', async () => {
    const sent = fakeServer({ 'GET /api/v1/jobs/j1': job('running'), 'POST /api/v1/jobs/j1/cancellation': job('cancelled') })
    const wrapper = await mounted(JobProgress, { props: { job: 'j1' } })
    await wrapper.get('button').trigger('click')
    await flushPromises()
    const posts = sent.filter(({ method }) => method === 'POST')
    expect(posts).toHaveLength(1)
    expect(posts[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    wrapper.unmount()
  })
})

it('the line on top waits a moment before it shows', async () => {
  vi.useFakeTimers()
  const wrapper = await mounted(PageProgress, { props: { busy: true } }).catch(() => null)
  if (!wrapper) throw new Error('not mounted')
  expect(wrapper.find('[role=progressbar]').exists()).toBe(false)
  await vi.advanceTimersByTimeAsync(350)
  expect(wrapper.find('[role=progressbar]').exists()).toBe(true)
  await wrapper.setProps({ busy: false })
  expect(wrapper.find('[role=progressbar]').exists()).toBe(false)
})
