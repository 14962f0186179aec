// SPDX-License-Identifier: Apache-2.0
// For tests alone: answers of the server about an invented unit (sample data).
import { defineComponent, h, type Component } from 'vue'
import { useSession, type Session } from '@/shared/session'
import type { Indicator, Missing, Run, RunFinding, RunRow } from './queries'

export const row = (code: string, more: Partial<RunRow> = {}): RunRow => ({
  code, goal: '1', level1: 'Output', level2: 'Quantity', name: `Indicator ${code}`, target: '≥100', unit: '', actual: '100', weight: '5', score: '5.00',
  reason: 'met', formula: 'target met: full marks', band: null, published: null, note: null, version: 1, has_fact: true, ...more,
})

export const indicator = (code: string, more: Partial<Indicator> = {}): Indicator => ({
  code, goal: '1', level1: 'Output', level2: 'Quantity', name: `Indicator ${code}`, sign: '≥', target: '100', unit: '', weight: '5',
  measure: { source: 'ledger:meetings', method: 'count' }, definition: '', version: 1, documents: [], printed_target: '≥100',
  understood: { comparison: 'at_least', value: '100', unit: '', deadline: null, text: '≥100', warnings: [] }, ...more,
})

export const finding = (number: number, more: Partial<RunFinding> = {}): RunFinding => ({
  finding: number, code: 'A1', rule: 'actual_unit', severity: 'error', message: `Finding ${number}`, places: [], numbers: [], waiver: null, ...more,
})

export const missing = (code: string): Missing => ({ kind: 'evidence_missing', code, name: `Indicator ${code}`, message: 'no evidence', since: null, basis: null })

export const run = (more: Partial<Run> = {}): Run => ({
  run: 'r2', year: 2024, as_of: '2024-12-31', at: '2025-01-10T02:00:00Z', account: 'jixiao',
  rule_set: { id: 'hubei-2020', title: 'Sample rules', digest: '00' }, execution: { rate: '91.41', weight: '20', score: '18.28' },
  indicators_total: '80.00', total: '98.28', grade: 'A', corrects: null, why: null, facts_digest: '11', digest: '22', signature: null,
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
  addEventListener = () => undefined
  close = () => undefined
}
