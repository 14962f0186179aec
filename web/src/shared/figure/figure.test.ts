// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { fakeServer, mounted, problem } from '@/shared/testing'
import FigureLink from './FigureLink.vue'

interface Row { name: string }
const source = (fact: () => Promise<object>) => ({
  id: ['run', 'code'],
  fact,
  records: vi.fn((cursor?: string) => Promise.resolve({ items: [{ name: cursor ? '第二场' : '第一场' }], next: cursor ? null : 'c' })),
  columns: [{ key: 'name', title: '会议' }],
  rowKey: (row: Row) => row.name,
})
const fact = { title: '会议次数', value: '1,930 场', period: '2026年', formula: '记录数', digest: 'abc', isIntact: false }

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
  const from = source(() => Promise.resolve(fact))
  const drawer = await open(from)
  expect(drawer.textContent).toContain('1,930 场')
  expect(drawer.textContent).toContain('记录在生成后有变化')
  expect([...drawer.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual(['第一场'])
  ;[...drawer.querySelectorAll('button')].find((button) => button.textContent === '加载更多')?.click()
  await flushPromises()
  expect(from.records).toHaveBeenLastCalledWith('c')
  expect([...drawer.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual(['第一场', '第二场'])
})

it('a fact that may not be read says why; its records stand beside it', async () => {
  const drawer = await open(source(() => Promise.reject(new ApiProblem(problem(403, 'request.not_permitted')))))
  expect(drawer.querySelector('[role=alert]')?.textContent).toContain('request.not_permitted')
  expect(drawer.querySelectorAll('tbody td')).toHaveLength(1)
})
