// SPDX-License-Identifier: Apache-2.0
// For tests alone: the promises of a year. Nobody's data.
import type { Indicator, Setting, Targets } from './targets'

const understood = { comparison: 'at_least', value: '100', unit: '次', deadline: null, text: '≥100次', warnings: [] } as const

export const setting = (code: string, more: Partial<Setting> = {}): Setting => ({
  code, goal: '1', level1: '产出指标', level2: '数量指标', name: `示例指标${code}`, sign: '≥', target: '100', unit: '次', weight: '10',
  measure: { source: '台账:会议台账', method: '计数', field: '', filter: '状态=已召开', numerator: '', period: '' }, definition: '', ...more,
})

export const inForce = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  ...(setting(code) as Indicator), version: 1, documents: [], printed_target: '≥100次', understood: { ...understood, warnings: [] }, ...more,
})

export const targets = (more: Partial<Targets> = {}): Targets => ({
  year: 2026, on: '2026-07-15', fixed: false, goals: [{ number: '1', text: '保障会议', share: null }],
  indicators: [inForce('C1'), inForce('C2', { level2: '质量指标' })], first: [setting('C1'), setting('C2', { level2: '质量指标' })],
  supports: [{ code: 'S1', name: '演练次数', measure: null, definition: '', unit: '次', decimals: 0 }], revisions: [], ...more,
})
