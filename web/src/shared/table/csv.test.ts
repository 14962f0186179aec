// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Column } from './columns'
import { csvOf } from './csv'

interface Row { name: string; amount: string; change: string }
const columns: Column<Row>[] = [{ key: 'name', title: '名称' }, { key: 'amount', title: '金额', kind: 'money' }, { key: 'change', title: '变化' }]
const line = (row: Partial<Row>) => csvOf(columns, [{ name: '', amount: '', change: '', ...row }], 'wan').split('\r\n')[1]

it('writes what is shown: header with the unit, amounts in it, quotes around what needs them', () => {
  expect(csvOf(columns, [], 'wan')).toBe('\ufeff名称,金额（万元）,变化\r\n')
  expect(line({ name: '甲,乙"丙"\n丁', amount: '12345600.00' })).toBe('"甲,乙""丙""\n丁","1,234.56",')
})

it('lets no text become a formula, and leaves negative numbers alone', () => {
  for (const evil of ['=1+1', '+cmd', '-cmd', '@sum', '\tx']) expect(line({ name: evil })).toBe(`'${evil},,`)
  expect(line({ amount: '-100000.00', change: '-0.50' })).toBe(',-10.00,-0.50')
  expect(line({ change: '+1.25%' })).toBe(',,+1.25%')
})
