// SPDX-License-Identifier: Apache-2.0
import type { EChartsOption } from 'echarts'

/** Colours that hold 3:1 against the page and can be told apart by most; patterns tell the rest apart (decal). */
const light = ['#1668dc', '#8a5a00', '#2b6e12', '#8b2f97', '#c00000', '#3f5266']
const dark = ['#7db1f8', '#e5b567', '#8fcf74', '#d9a0e3', '#ff9c9c', '#b6c4d2']

/** Of good, middling and bad, where a chart stacks them. */
export const gradeColours = (isDark: boolean) => [2, 1, 4].map((index) => (isDark ? dark : light)[index] ?? '')

/** What every chart has: the page's colours and letters, patterns beside colours, a description for readers. */
export function themed(option: EChartsOption, isDark: boolean, fontSize: number): EChartsOption {
  const ink = isDark ? '#e7eaee' : '#1f2329'
  const line = isDark ? '#4d535d' : '#c9cdd4'
  const axis = { axisLabel: { color: ink, fontSize }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } }, nameTextStyle: { color: ink, fontSize } }
  const dressed = (one: { axisLabel?: object }) => ({ ...axis, ...one, axisLabel: { ...axis.axisLabel, ...one.axisLabel } })
  const styled = (one: unknown) => (Array.isArray(one) ? one.map(dressed) : dressed(one as object))
  return {
    color: isDark ? dark : light,
    animation: !globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: { color: ink, fontSize, fontFamily: getComputedStyle(document.body).fontFamily },
    aria: { enabled: true, decal: { show: true } },
    tooltip: { trigger: 'axis', confine: true },
    legend: { textStyle: { color: ink, fontSize }, top: 0 },
    grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
    ...option,
    ...(option.xAxis ? { xAxis: styled(option.xAxis) as EChartsOption['xAxis'] } : {}),
    ...(option.yAxis ? { yAxis: styled(option.yAxis) as EChartsOption['yAxis'] } : {}),
  }
}
