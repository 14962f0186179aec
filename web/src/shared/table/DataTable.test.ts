// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { useSettings } from '@/shared/settings'
import { fakeServer, mounted } from '@/shared/testing'
import type { Column } from './columns'
import DataTable from './DataTable.vue'

interface Row { name: string; paid: string }
const columns: Column<Row>[] = [
  { key: 'name', title: '项目', sortable: true },
  { key: 'paid', title: '支付', kind: 'money', sum: true, sortable: true },
  { key: 'note', title: '说明', hidden: true, value: () => '' },
]
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ name: `项目${count - index}`, paid: `${index}.10` }))
const open = async (rows: Row[], props: object = {}) => {
  fakeServer({})
  return mounted(DataTable, { props: { name: 't', caption: '支付', columns, rows, rowKey: (row: Row) => row.name, ...props } })
}
type Table = Awaited<ReturnType<typeof open>>
const texts = (wrapper: Table, selector: string) => wrapper.findAll(selector).map((cell) => cell.text())

describe('a table', () => {
  it('shows cells, sorts by a press on the title and says so', async () => {
    const wrapper = await open(rowsOf(3))
    expect(texts(wrapper, 'tbody tr td:first-child')).toEqual(['项目3', '项目2', '项目1'])
    await wrapper.findAll('th button')[0]?.trigger('click')
    expect(texts(wrapper, 'tbody tr td:first-child')).toEqual(['项目1', '项目2', '项目3'])
    expect(wrapper.findAll('th').map((header) => header.attributes('aria-sort'))).toEqual(['ascending', 'none'])
  })

  it('leaves the order to the server where it sorts', async () => {
    const wrapper = await open(rowsOf(3), { isSortedByServer: true })
    await wrapper.findAll('th button')[0]?.trigger('click')
    expect(texts(wrapper, 'tbody tr td:first-child')).toEqual(['项目3', '项目2', '项目1'])
    expect(wrapper.emitted('update:sort')).toEqual([[{ key: 'name', descending: false }]])
  })

  it('adds up exactly and follows 万元/元', async () => {
    const wrapper = await open(rowsOf(3))
    expect(texts(wrapper, 'tfoot td')).toEqual(['合计', '0.00'])
    useSettings().unit = 'yuan'
    await flushPromises()
    expect(texts(wrapper, 'tfoot td')).toEqual(['合计', '3.30'])
    expect(texts(wrapper, 'th')[1]).toBe('支付（元）')
  })

  it('calls the sum of a part by its name, and takes the server’s where there is one', async () => {
    expect(texts(await open(rowsOf(3), { hasMore: true }), 'tfoot td')[0]).toBe('小计（3 条）')
    expect(texts(await open(rowsOf(3), { hasMore: true, sums: { paid: '99999.00' } }), 'tfoot td')).toEqual(['合计', '10.00'])
  })

  it('has no more than a few of 100,000 rows in the page', async () => {
    const wrapper = await open(rowsOf(100_000))
    expect(wrapper.findAll('tbody tr').length).toBeLessThan(60)
    expect(wrapper.get('table').attributes('aria-rowcount')).toBe('100001')
  })

  it('ticks rows, all and one', async () => {
    const wrapper = await open(rowsOf(3), { selected: [] })
    const boxes = wrapper.findAll('input[type=checkbox]')
    await boxes[0]?.setValue(true)
    expect(wrapper.emitted('update:selected')?.at(-1)).toEqual([['项目3', '项目2', '项目1']])
    await wrapper.setProps({ selected: ['项目3', '项目2', '项目1'] })
    await boxes[1]?.setValue(false)
    expect(wrapper.emitted('update:selected')?.at(-1)).toEqual([['项目2', '项目1']])
  })

  it('says that there is nothing', async () => {
    const wrapper = await open([], { emptyTitle: '没有支付' })
    expect(wrapper.text()).toContain('没有支付')
    expect(wrapper.find('table').exists()).toBe(false)
  })

  it('prints every row and only then has them', async () => {
    const wrapper = await open(rowsOf(250))
    window.dispatchEvent(new Event('beforeprint'))
    await flushPromises()
    expect(wrapper.findAll('table.paper tbody tr')).toHaveLength(250)
    window.dispatchEvent(new Event('afterprint'))
    await flushPromises()
    expect(wrapper.find('table.paper').exists()).toBe(false)
  })
})

describe('how a person likes it', () => {
  it('is read from the server and kept there', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const path = '/api/v1/identity/preferences/table.t'
    const kept = (value: unknown) => ({ body: { name: 'table', value, saved_at: null }, headers: { etag: '"1"' } })
    const sent = fakeServer({ [`GET ${path}`]: kept({ shown: { name: false } }), [`PUT ${path}`]: kept({}) })
    const wrapper = await mounted(DataTable, { props: { name: 't', caption: 'x', columns, rows: rowsOf(2), rowKey: (row: Row) => row.name } })
    await flushPromises()
    expect(texts(wrapper, 'th')).toEqual(['支付（万元）'])
    await wrapper.get('.data-table .drop button').trigger('click')
    await wrapper.findAll('.columns input[type=checkbox]')[2]?.setValue(true)
    await vi.advanceTimersByTimeAsync(1100)
    await flushPromises()
    const put = sent.find(({ method }) => method === 'PUT')
    expect(put?.headers.get('if-match')).toBe('"1"')
    expect(await put?.json()).toMatchObject({ value: { shown: { name: false, note: true } } })
    vi.useRealTimers()
  })
})
