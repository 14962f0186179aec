// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { ariaSort, nextSort, sorted, sumsOf, textOf, titleOf, type Column } from './columns'
import { frozenAt, pixels } from './sheet'
import { windowOf } from './useVirtualRows'
import { arranged, layoutOf, moved, ordered } from './layout'

interface Row { name: string; paid: string | null; count: number }
const columns: Column<Row>[] = [
  { key: 'name', title: '项目' },
  { key: 'paid', title: '支付', kind: 'money', sum: true },
  { key: 'count', title: '笔数', kind: 'number', hidden: true },
]
const [name, paid, count] = columns as [Column<Row>, Column<Row>, Column<Row>]
const rows: Row[] = [
  { name: '物业', paid: '1000.10', count: 1200 },
  { name: '餐饮', paid: null, count: 3 },
  { name: '会务', paid: '-5.00', count: 20 },
]

describe('a cell', () => {
  it('follows the unit, the kind and the column’s own value', () => {
    expect(rows.map((row) => textOf(paid, row, 'yuan'))).toEqual(['1,000.10', '', '-5.00'])
    expect(rows.map((row) => textOf(paid, row, 'wan'))).toEqual(['0.10', '', '0.00'])
    expect(textOf(count, rows[0]!, 'yuan')).toBe('1,200')
    expect(textOf({ ...name, value: (row) => `${row.name}费` }, rows[0]!, 'yuan')).toBe('物业费')
    expect(titleOf(paid, 'wan')).toBe('支付（万元）')
  })
})

describe('the last row', () => {
  it('adds exact amounts, and passes over what is empty', () => {
    expect(sumsOf(columns, rows)).toEqual({ paid: '995.10' })
    expect(sumsOf(columns, [])).toEqual({ paid: '0.00' })
  })
})

describe('sorting', () => {
  const names = (key: string, descending: boolean) => sorted(rows, columns, { key, descending }).map((row) => row.name)
  it('compares letters as Chinese does, money as money, numbers as numbers', () => {
    expect(names('name', false)).toEqual(['餐饮', '会务', '物业'])
    expect(names('paid', false)).toEqual(['餐饮', '会务', '物业'])
    expect(names('paid', true)).toEqual(['物业', '会务', '餐饮'])
    expect(names('count', false)).toEqual(['餐饮', '会务', '物业'])
    expect(sorted(rows, columns, null)).toEqual(rows)
  })

  it('goes up, down and back', () => {
    const first = nextSort(null, 'name')
    const second = nextSort(first, 'name')
    expect([first, second, nextSort(second, 'name')]).toEqual([{ key: 'name', descending: false }, { key: 'name', descending: true }, null])
    expect(nextSort(first, 'paid')).toEqual({ key: 'paid', descending: false })
    expect([ariaSort(null, 'name'), ariaSort(first, 'name'), ariaSort(second, 'name')]).toEqual(['none', 'ascending', 'descending'])
  })
})

describe('a person’s layout', () => {
  it('is read from anything that was stored', () => {
    const usual = { order: [], shown: {}, widths: {}, isRoomy: false }
    for (const stored of [null, 7, [], 'x', { order: 3, shown: [], widths: { a: -1, b: 'x', c: 9999 } }]) expect(layoutOf(stored)).toEqual(usual)
    expect(layoutOf({ order: ['paid', 4], shown: { name: false }, widths: { paid: 90 }, isRoomy: true })).toEqual({
      order: ['paid'], shown: { name: false }, widths: { paid: 90 }, isRoomy: true,
    })
  })

  it('orders, hides and widens, and has a place for new columns', () => {
    const keys = (layout: unknown) => arranged(columns, layoutOf(layout)).map((column) => column.key)
    expect(keys(null)).toEqual(['name', 'paid'])
    expect(keys({ shown: { count: true, name: false } })).toEqual(['paid', 'count'])
    expect(keys({ order: ['paid', 'gone', 'name'], shown: { count: true } })).toEqual(['paid', 'count', 'name'])
    expect(arranged(columns, layoutOf({ widths: { paid: 90, name: 0 } })).map((column) => column.width)).toEqual([undefined, 90])
  })

  it('moves one column by one step and stops at the ends', () => {
    const layout = layoutOf(null)
    expect(moved(columns, layout, 'count', -1)).toEqual(['name', 'count', 'paid'])
    expect(moved(columns, layout, 'name', -1)).toEqual(['name', 'paid', 'count'])
    expect(ordered(columns, { ...layout, order: moved(columns, layout, 'name', 1) }).map((column) => column.key)).toEqual(['paid', 'name', 'count'])
  })
})

describe('the rows that exist', () => {
  it('are those in view and a few more, and the gaps are as high as the others', () => {
    expect(windowOf(100_000, 30, 0, 600)).toEqual({ first: 0, end: 32, before: 0, after: (100_000 - 32) * 30 })
    const middle = windowOf(100_000, 30, 1_500_000, 600)
    expect(middle).toEqual({ first: 49_988, end: 50_032, before: 49_988 * 30, after: (100_000 - 50_032) * 30 })
    expect(windowOf(100_000, 30, 99_980 * 30, 600)).toMatchObject({ end: 100_000, after: 0 })
  })

  it('are some even when the list became shorter than what was scrolled', () => {
    const { first, end } = windowOf(101, 30, 90_000, 600)
    expect([first, end]).toEqual([100, 101])
  })
})

describe('frozen columns', () => {
  it('stand side by side behind the ticks, as long as they are the first', () => {
    const some: Column<Row>[] = [{ ...name, fixed: true, width: 100 }, { ...count, fixed: true }, paid, { ...name, key: 'late', fixed: true }]
    expect(frozenAt(some, pixels(some, 1), true)).toEqual([40, 140, null, null])
    expect(frozenAt(some, pixels(some, 1.25), false)).toEqual([0, 125, null, null])
  })
})
