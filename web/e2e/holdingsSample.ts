// SPDX-License-Identifier: Apache-2.0
// Sample holdings: nobody's rooms, always the same.
import type { ExpectedRoom, IdleRoom, Lease, Outcome, Reconciliation, ReconciliationKind, Stocktake } from '../src/holdings/holdings'

export const expected: ExpectedRoom[] = Array.from({ length: 12 }, (_, index) => ({
  code: `MINGJI-ROOM:${index < 8 ? 'FW-0001' : 'FW-0002'}/${101 + index}`, building: index < 8 ? 'FW-0001' : 'FW-0002', building_name: index < 8 ? '示例楼1' : '示例楼2', number: String(101 + index), floor: 1, unit: index % 4 === 3 ? null : `示例单位${(index % 3) + 1}`, usable_m2: '18.40',
}))

const outcomeOf = (index: number): Outcome => (['matching', 'matching', 'missing', 'elsewhere', 'duplicate', 'matching'] as const)[index % 6] ?? 'matching'
export function sampleStocktake(code = 'PD-2026', closed_on: string | null = null): Stocktake {
  const found = (outcome: Outcome, room: ExpectedRoom): string | null => (outcome === 'missing' ? null : outcome === 'matching' ? room.unit : '示例单位9')
  const lines: Stocktake['lines'] = expected.map((room, index) => {
    const outcome = outcomeOf(index)
    const isSeen = outcome !== 'missing'
    return {
      building: room.building, building_name: room.building_name, number: room.number, usable_m2: room.usable_m2, outcome, expected_unit: room.unit, found_unit: found(outcome, room),
      state: isSeen ? ('in_use' as const) : null, note: null, counted_by: isSeen ? 'fangchan' : null, counted_at: isSeen ? `2026-11-20T0${index % 10}:30:00Z` : null,
    }
  })
  lines.push({ building: 'FW-0002', building_name: '示例楼2', number: '199', usable_m2: '0.00', outcome: 'unlisted', expected_unit: null, found_unit: '示例单位2', state: 'in_use', note: '示例备注', counted_by: 'fangchan', counted_at: '2026-11-20T11:30:00Z' })
  const outcomes = (['matching', 'missing', 'elsewhere', 'duplicate', 'unlisted'] as const).map((outcome) => {
    const rooms = lines.filter((line) => line.outcome === outcome).length
    return { outcome, rooms, area_m2: (rooms * 18.4).toFixed(2) }
  })
  return { code, name: '示例年度盘点', opened_on: '2026-11-20', closed_on, buildings: ['FW-0001', 'FW-0002'], rooms: 12, counted: 10, outcomes, lines }
}

export function sampleReconciliation(kind: ReconciliationKind): Reconciliation {
  const reasons = kind === 'title' ? (['same', 'area', 'untitled', 'holder'] as const) : (['same', 'unit', 'area', 'only_ours', 'only_theirs', 'unit_and_area'] as const)
  const lines = reasons.map((reason, index) => ({
    building: `FW-000${index + 1}`, building_name: `示例楼${index + 1}`, number: kind === 'title' ? null : '101', ours: reason === 'only_theirs' ? null : '示例单位1', theirs: reason === 'only_ours' ? null : '示例单位2',
    ours_m2: reason === 'only_theirs' ? null : '1018.40', theirs_m2: reason === 'only_ours' ? null : '1016.20', difference_m2: reason === 'same' ? '0.00' : '2.20', reason,
  }))
  return { total: lines.length, total_m2: '5092.00', differing: lines.length - 1, differing_m2: '11.00', against: kind === 'stock' ? 'PD-2025' : null, lines }
}

const states = ['idle', 'offered', 'transferred', 'let', 'kept'] as const
export const sampleIdle: IdleRoom[] = Array.from({ length: 10 }, (_, index) => {
  const state = states[index % 5] ?? 'idle'
  return {
    building: `FW-000${(index % 3) + 1}`, building_name: `示例楼${(index % 3) + 1}`, number: String(301 + index), usable_m2: '26.50', vacant_since: '2026-03-01', days: 270 + index, state,
    unit: state === 'transferred' ? '示例单位2' : null, decided_on: state === 'idle' ? null : '2026-10-08', document: state === 'idle' ? null : '示例调剂〔2026〕3号',
  }
})

export const sampleLeases: Lease[] = [-12, 0, 25, 300].flatMap((days_left, index) => (['in', 'out'] as const).map((kind) => ({
  code: `示例租${kind === 'in' ? '入' : '出'}-${index + 1}`, kind, party: `示例公司${index + 1}`, building: kind === 'out' ? 'FW-0001' : null, address: kind === 'in' ? `示例路${index + 1}号` : null, area_m2: '120.00', approval: `示例批〔2024〕${index + 1}号`,
  from: '2024-01-01', until: '2026-12-21', days_left, yearly_rent: '64800.00', yearly_per_m2: '540.00', income_due: kind === 'out' ? '129600.00' : null, income_paid: kind === 'out' ? '64800.00' : null, note: null, version: 1,
})))
