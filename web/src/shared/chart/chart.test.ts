// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import type { EChartsOption } from 'echarts'
import { expect, it, vi } from 'vitest'
import { useSettings } from '@/shared/settings'
import { mounted } from '@/shared/testing'
import ChartFigure from './ChartFigure.vue'
import { themed } from './theme'

// There is nothing to draw on here; the browser tests draw.
const drawn: EChartsOption[] = []
vi.mock('./echarts', () => ({ init: () => ({ setOption: (option: EChartsOption) => void drawn.push(option), resize: () => undefined, dispose: () => undefined }) }))

const props = { title: '执行', option: { series: [{ type: 'bar', data: [1] }] }, columns: [{ key: 'month', title: '月份' }], rows: [{ month: '1月' }] }

it('a chart has patterns and a description, and draws again when the look changes', async () => {
  const wrapper = await mounted(ChartFigure, { props })
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(drawn.at(-1)).toMatchObject({ aria: { enabled: true, decal: { show: true } } })
  expect(wrapper.get('[role=img]').attributes('aria-label')).toContain('执行')
  const { length } = drawn
  useSettings().isDark = true
  await flushPromises()
  expect(drawn).toHaveLength(length + 1)
  expect(drawn.at(-1)?.color).not.toEqual(drawn[0]?.color)
})

it('a chart is a table for whoever wants one', async () => {
  const wrapper = await mounted(ChartFigure, { props })
  await wrapper.get('button').trigger('click')
  expect(wrapper.findAll('td').map((cell) => cell.text())).toEqual(['1月'])
})

it('the page’s own axes keep what they say', () => {
  const { xAxis, yAxis } = themed({ xAxis: { type: 'category' }, yAxis: [{ name: '元' }, { name: '%' }] }, false, 12)
  expect(xAxis).toMatchObject({ type: 'category', axisLabel: { fontSize: 12 } })
  expect(yAxis).toMatchObject([{ name: '元', axisLabel: { fontSize: 12 } }, { name: '%' }])
})
