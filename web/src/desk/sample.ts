// SPDX-License-Identifier: Apache-2.0
// For tests alone: a desk in the middle of a year. Nobody's data.
import type { Desk, ForecastRow } from './figures'

const nothing = { amount: null, per_month: null, quality: null, failures: null, until: null, unit: '', months_left: 5, text: '' }

export const row = (code: string, more: Partial<ForecastRow> = {}): ForecastRow => ({
  code, level1: '产出指标', level2: '数量指标', name: `示例指标${code}`, target: '≥1930次', unit: '次', weight: '10', version: 1, course: 'flow',
  value: '1200', words: null, basis: 'run_rate', may_stay_empty: false, range: { low: '1900', expected: '2057', high: '2200' },
  score: { so_far: '6.22', low: '9.84', expected: '10', high: '10' }, light: 'green', need: { ...nothing, kind: 'reached' }, ...more,
})

export const desk = (more: Partial<Desk> = {}): Desk => ({
  forecast: {
    year: 2026, on: '2026-07-15', rule_set: 'hubei-2020',
    budget: { initial: '10000000.00', adjusted: '12000000.00', paid: '6000000.00', low: '10000000.00', expected: '11500000.00', high: '12000000.00', basis: 'run_rate' },
    execution: { rate: '50.00', weight: '20', score: { so_far: '10', low: '16.67', expected: '19.17', high: '20' }, light: 'green', need: { ...nothing, kind: 'amount', text: '还要支付 600 万元' } },
    rows: [
      row('C1'),
      row('C2', { value: '40', light: 'red', score: { so_far: '2', low: '4', expected: '7.5', high: '10' }, need: { ...nothing, kind: 'amount', per_month: '12', unit: '次', until: '2026-12-31', text: '还要 60 次' } }),
      row('C3', { course: 'entered', value: null, words: '有效保障', range: null, light: null, need: { ...nothing, kind: 'enter', text: '还要填报' }, score: { so_far: null, low: '0', expected: null, high: '10' } }),
    ],
    total: { so_far: '61.2', low: '88.5', expected: '94.35', high: '98' },
  },
  missing: [
    { kind: 'ledger_not_imported', code: null, name: '台账:会议台账', message: '会议台账这个月还没有导入', since: '2026-06-03', basis: '预算法实施条例' },
    { kind: 'entry_missing', code: 'C3', name: '示例指标C3', message: '还没有填报', since: null, basis: null },
  ],
  counts: { all: 2 },
  newest_run: { run: 'r1', as_of: '2026-06-30', at: '2026-07-01T01:00:00Z', total: '80.5', signed: false },
  back_test: null,
  lights: { title: '监控灯', source: '', valid_from: '2020-01-01' },
  ...more,
})
