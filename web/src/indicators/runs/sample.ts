// SPDX-License-Identifier: Apache-2.0
// For tests alone: answers of the server about an invented unit (sample data).
import { defineComponent, h, type Component } from 'vue'
import { useSession, type Session } from '@/shared/session'
import type { Indicator, Missing, Run, RunFinding, RunRow } from './queries'

export const row = (code: string, more: Partial<RunRow> = {}): RunRow => ({
  code, goal: '1', level1: '产出指标', level2: '数量指标', name: `指标${code}`, target: '≥100场', unit: '场', actual: '100场', weight: '5', score: '5.00',
  reason: 'met', formula: '达到目标，得满分', band: null, published: null, note: null, version: 1, has_fact: true, ...more,
})

export const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code, goal: '1', level1: '产出指标', level2: '数量指标', name: `指标${code}`, sign: '≥', target: '100', unit: '场', weight: '5',
  measure: { source: '台账:会议台账', method: '计数' }, definition: '', version: 1, documents: [], printed_target: '≥100场',
  understood: { comparison: 'at_least', value: '100', unit: '场', deadline: null, text: '≥100场', warnings: [] }, ...more,
})

export const finding = (number: number, more: Partial<RunFinding> = {}): RunFinding => ({
  finding: number, code: 'A1', rule: 'actual_unit', severity: 'error', message: `问题${number}`, places: [], numbers: [], waiver: null, ...more,
})

export const missing = (code: string): Missing => ({ kind: 'evidence_missing', code, name: `指标${code}`, message: '没有佐证材料', since: null, basis: null })

export const run = (more: Partial<Run> = {}): Run => ({
  run: 'r2', year: 2024, as_of: '2024-12-31', at: '2025-01-10T02:00:00Z', account: 'jixiao',
  rule_set: { id: 'hubei-2020', title: '示例规则', digest: '00' }, execution: { rate: '91.41', weight: '20', score: '18.28' },
  indicators_total: '80.00', total: '98.28', grade: '优', corrects: null, why: null, facts_digest: '11', digest: '22', signature: null,
  rows: [row('A1'), row('A2', { score: '4.99' })], findings: [], open_errors: 0, corrected_by: null, ...more,
})

/** A component as it is for somebody with these permissions. */
export function asOne(component: Component, permissions: string[], props: Record<string, unknown> = {}) {
  return defineComponent({
    setup() {
      useSession().enter({ person: 'p', permissions, csrf_token: 'c' } as unknown as Session)
      return () => h(component, props)
    },
  })
}

export class QuietEvents {
  addEventListener() {}
  close() {}
}
