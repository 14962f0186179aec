// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { fakeServer, mounted, problem } from '@/shared/testing'
import FigureLink from './FigureLink.vue'
import { factOfRun } from './factOfRun'

interface Row { name: string }
const source = (fact: () => Promise<object>, check?: () => Promise<string>) => ({
  id: ['run', 'code'],
  fact,
  check,
  records: vi.fn((cursor?: string) => Promise.resolve({ items: [{ name: cursor ? '第二场' : '第一场' }], next: cursor ? null : 'c' })),
  columns: [{ key: 'name', title: '会议' }],
  rowKey: (row: Row) => row.name,
})
const fact = { title: '会议次数', value: '1,930 场', period: '2026年', formula: '记录数', digest: 'abc' }

async function open(from: ReturnType<typeof source>) {
  fakeServer({})
  const wrapper = await mounted(FigureLink, { props: { text: '1,930', source: from } })
  expect(from.records).not.toHaveBeenCalled()
  await wrapper.get('button').trigger('click')
  await vi.dynamicImportSettled()
  await flushPromises()
  return document.querySelector('.el-drawer') as HTMLElement
}

it('a figure opens its fact and its records with one click, and asks for nothing before', async () => {
  const from = source(() => Promise.resolve(fact), () => Promise.resolve('changed'))
  const drawer = await open(from)
  expect(drawer.textContent).toContain('1,930 场')
  expect(drawer.textContent).toContain('记录在生成后有变化')
  expect([...drawer.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual(['第一场'])
  ;[...drawer.querySelectorAll('button')].find((button) => button.textContent === '加载更多')?.click()
  await flushPromises()
  expect(from.records).toHaveBeenLastCalledWith('c')
  expect([...drawer.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual(['第一场', '第二场'])
})

it('a live figure says nothing of what was frozen', async () => {
  const drawer = await open(source(() => Promise.resolve(fact)))
  expect(drawer.querySelector('dl [role=status]')).toBeNull()
})

it('shows the figure and its records while they are being checked, and why they could not be', async () => {
  let fail: (reason: Error) => void = () => undefined
  const drawer = await open(source(() => Promise.resolve(fact), () => new Promise((_, reject) => (fail = reject))))
  expect(drawer.textContent).toContain('正在核对记录')
  expect(drawer.querySelectorAll('tbody td')).toHaveLength(1)
  fail(new ApiProblem(problem(503, 'request.away')))
  await flushPromises()
  expect(drawer.querySelector('dl [role=status]')?.textContent).toContain('request.away')
})

it('a fact that may not be read says why; its records stand beside it', async () => {
  const drawer = await open(source(() => Promise.reject(new ApiProblem(problem(403, 'request.not_permitted')))))
  expect(drawer.querySelector('[role=alert]')?.textContent).toContain('request.not_permitted')
  expect(drawer.querySelectorAll('tbody td')).toHaveLength(1)
})

describe('a fact of a run', () => {
  const path = '/api/v1/indicators/runs/r1/facts/A1'
  const record = { id: '1', place: '会议!A2', digest: 'd', role: 'counted', cells: ['第一场', '2.5'], state: 'vanished' }
  const described = { columns: [{ name: '名称', type: 'text', unit: null }, { name: '时长', type: 'decimal', unit: '小时' }], total: 1, unreadable: null, items: [record], next: null }

  it('brings its columns with the first page of its records, for every place that shows it', async () => {
    fakeServer({ [`GET ${path}/records`]: { body: described } })
    expect(factOfRun('r1', 'A1').columns.value.map(({ key }) => key)).not.toContain('cell-0')
    await factOfRun('r1', 'A1').source.records(undefined)
    const { columns, total } = factOfRun('r1', 'A1')
    expect(columns.value.map(({ title }) => title).slice(0, 3)).toEqual(['名称', '时长（小时）', '核对'])
    expect(columns.value.slice(0, 3).map(({ value }) => value?.(described.items[0] as never))).toEqual(['第一场', '2.5', '已不存在'])
    expect(total.value).toBe(1)
    expect(factOfRun('r1', 'A2').columns.value.map(({ key }) => key)).not.toContain('cell-0')
  })

  it('is counted again by itself, and says what became of it', async () => {
    const nothing = { clean: true, facts: 1, records: 1, changes: [], unreadable: [], evidence: [], broken_seals: [] }
    for (const [found, state] of [[{}, 'intact'], [{ clean: false, changes: [{}] }, 'changed'], [{ clean: false, unreadable: ['A1'] }, 'unreadable'], [{ clean: false, changes: [{}], broken_seals: ['A1'] }, 'broken']] as const) {
      fakeServer({ [`GET ${path}/verification`]: { body: { ...nothing, ...found } } })
      expect(await factOfRun('r1', 'A1').source.check?.()).toBe(state)
    }
  })

  it('without a value it says why', async () => {
    const body = { name: '会议次数', printed: null, missing: { code: 'x', message: '没有导入台账' }, formula: '记录数', definition: '', period: '2024', digest: 'd' }
    fakeServer({ [`GET ${path}`]: { body } })
    expect((await factOfRun('r1', 'A1').source.fact()).value).toBe('没有导入台账')
  })
})
