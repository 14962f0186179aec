// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { computed, defineComponent, h, ref, type Component } from 'vue'
import { asked } from '@/shared/feedback/confirm'
import { fakeServer, mounted } from '@/shared/testing'
import DataTable from './DataTable.vue'
import { piecesOf, rowsOf, useWindowedList } from './useWindowedList'

afterEach(() => vi.useRealTimers())

it('the pieces in view are those that its rows are in', () => {
  expect(piecesOf(0, 40, 200)).toEqual([0])
  expect(piecesOf(190, 230, 200)).toEqual([0, 1])
  expect(piecesOf(200, 400, 200)).toEqual([1])
  expect(piecesOf(0, 0, 200)).toEqual([0])
})

it('rows stand in their places, and none beyond the end', () => {
  expect(rowsOf(5, new Map([[1, ['c', 'd']]]), 2)).toEqual([undefined, undefined, 'c', 'd', undefined])
  expect(rowsOf(3, new Map([[1, ['c', 'd']]]), 2)).toEqual([undefined, undefined, 'c'])
})

describe('a long list', () => {
  interface Row { name: string }
  const row = (at: number): Row => ({ name: `第${at}条` })

  async function open(total: number) {
    fakeServer({})
    const asked: [number, number][] = []
    const narrowed = ref('')
    let list!: ReturnType<typeof useWindowedList<Row>>
    const List = defineComponent({
      setup() {
        list = useWindowedList<Row>(computed(() => ['t', narrowed.value]), (offset, limit) => {
          asked.push([offset, limit])
          const size = narrowed.value === '' ? total : 1
          return Promise.resolve({ total: size, items: Array.from({ length: Math.max(0, Math.min(limit, size - offset)) }, (_, at) => row(offset + at)) })
        })
        return () => (list.rows.value ? h(DataTable as Component, { name: 't', caption: 't', isSortedByServer: true, columns: [{ key: 'name', title: '名称' }], rows: list.rows.value, rowKey: ({ name }: Row) => name, onView: list.look }) : null)
      },
    })
    const wrapper = await mounted(List)
    await flushPromises()
    return { wrapper, asked, narrowed, list: () => list }
  }

  it('is asked for where one looks, and is as long as all of it', async () => {
    const { wrapper, asked, list } = await open(100_000)
    expect(asked).toEqual([[0, 200]])
    expect(wrapper.get('table').attributes('aria-rowcount')).toBe('100001')
    expect(wrapper.findAll('tbody tr').length).toBeLessThan(100)
    vi.useFakeTimers()
    // A dragged scroll bar passes the middle and stops further down.
    list().look(50_000, 50_040)
    list().look(80_190, 80_230)
    await vi.advanceTimersByTimeAsync(100)
    vi.useRealTimers()
    await flushPromises()
    expect(asked).toEqual([[0, 200], [80_000, 200], [80_200, 200]])
    const rows = list().rows.value ?? []
    expect([rows[0], rows[80_195], rows[80_205], rows.length]).toEqual([undefined, row(80_195), row(80_205), 100_000])
  })

  it('begins at its top when something else is looked for', async () => {
    const { asked, narrowed, list } = await open(1000)
    narrowed.value = 'x'
    await flushPromises()
    expect(asked.at(-1)).toEqual([0, 200])
    expect(list().rows.value).toEqual([row(0)])
  })

  it('shows that a row has not come yet', async () => {
    fakeServer({})
    const partly = await mounted(DataTable, { props: { name: 't', caption: 't', isSortedByServer: true, columns: [{ key: 'name', title: '名称' }], rowKey: ({ name }: Row) => name, rows: [row(0), undefined] } })
    expect(partly.findAll('tbody tr').map((one) => one.attributes('aria-busy'))).toEqual([undefined, 'true'])
  })
})

it('paper gets what is asked for it, not only what the screen has', async () => {
  fakeServer({})
  window.print = vi.fn()
  const wrapper = await mounted(DataTable, { props: { name: 't', caption: 't', columns: [{ key: 'name', title: '名称' }], rows: [{ name: '一' }, undefined], isSortedByServer: true, rowKey: ({ name }: { name: string }) => name, rowsToPrint: () => Promise.resolve([{ name: '一' }, { name: '二' }]) } })
  await wrapper.findAll('button').find((button) => button.text() === '打印')?.trigger('click')
  await flushPromises()
  expect(wrapper.findAll('.paper tbody tr')).toHaveLength(2)
  expect(wrapper.findAll('.paper tbody tr')[1]?.text()).toBe('二')
  window.dispatchEvent(new Event('afterprint'))
  window.dispatchEvent(new Event('beforeprint'))
  await flushPromises()
  // Ctrl+P cannot wait: only what is here.
  expect(wrapper.findAll('.paper tbody tr')).toHaveLength(1)
})

it('a list that is too long for paper is said to be, and printed in part when somebody wants that', async () => {
  fakeServer({})
  window.print = vi.fn()
  const rowsToPrint = vi.fn(() => Promise.resolve([{ name: '一' }]))
  const wrapper = await mounted(DataTable, { props: { name: 't', caption: 't', columns: [{ key: 'name', title: '名称' }], rows: [{ name: '一' }], rowKey: ({ name }: { name: string }) => name, total: 2001, rowsToPrint } })
  for (const answer of [false, true]) {
    await wrapper.findAll('button').find((button) => button.text() === '打印')?.trigger('click')
    asked.value?.answer(answer)
    await flushPromises()
  }
  expect(rowsToPrint.mock.calls).toEqual([[2000]])
  expect(window.print).toHaveBeenCalledTimes(1)
})
