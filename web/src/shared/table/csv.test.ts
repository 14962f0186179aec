// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Column } from './columns'
import { csvChoice, csvOf } from './csv'

interface Row { name: string; amount: string; change: string }
const columns: Column<Row>[] = [{ key: 'name', title: '名称' }, { key: 'amount', title: '金额', kind: 'money' }, { key: 'change', title: '变化', kind: 'number' }]

it('a list becomes CSV: commas, quotes and lines are kept, amounts are exact yuan', () => {
  const rows = [{ name: '甲,"乙"\n丙', amount: '1234567.80', change: '-2.5' }]
  expect(csvOf(columns, rows)).toBe('名称,金额（元）,变化\r\n"甲,""乙""\n丙",1234567.80,-2.5\r\n')
})

it('a text that begins like a formula is not computed by Excel; a negative number stays one', () => {
  const names = ['=HYPERLINK("x")', '+1', '@a', '-2+3', '-12.5', '-3%'].map((name) => ({ name, amount: '0.00', change: '' }))
  const first = csvOf(columns.slice(0, 1), names).split('\r\n').slice(1, -1)
  expect(first).toEqual(['"\'=HYPERLINK(""x"")"', "'+1", "'@a", "'-2+3", '-12.5', '-3%'])
})

it('the file says that it is UTF-8, and has a name', () => {
  const { href, name } = csvChoice('指标', columns, [])
  expect(decodeURIComponent(href.split(',').slice(1).join(','))).toBe('\ufeff名称,金额（元）,变化\r\n')
  expect(name).toBe('指标.csv')
})
