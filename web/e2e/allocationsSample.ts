// SPDX-License-Identifier: Apache-2.0
// Sample answers of the interface of allocations: nobody's offices.

const compared = (use: string, approved: string, actual: string, over = '0.00') => ({ use, approved_m2: approved, actual_m2: actual, over_m2: over, is_over: over !== '0.00' })
const standard = { id: 'national-2014', title: '示例建设标准', document: '示例发改〔2014〕1号', valid_from: '2014-11-24' }
export const standards = {
  ...standard,
  levels: [{ level: 'county', basis: '示例发改〔2014〕1号', ranks: [['示例正职', '30.00'], ['示例副职', '24.00'], ['示例以下', '9.00']].map(([rank, office_m2]) => ({ rank, office_m2 })) }],
}
export const units = [
  { unit: '示例单位甲', level: 'county', valid_from: '2026-01-01', posts: 12, uses: [compared('office', '189.00', '240.50', '51.50'), compared('service', '96.00', '40.00'), compared('equipment', '25.65', '20.00'), compared('total', '310.65', '300.50')] },
  { unit: '示例单位乙', level: 'county', valid_from: '2026-01-01', posts: 40, uses: [compared('office', '540.00', '500.00'), compared('service', '320.00', '300.00'), compared('equipment', '77.40', '0.00'), compared('total', '937.40', '800.00')] },
]
export const unitFile = (name: string) => ({
  ...(units.find(({ unit }) => unit === name) ?? units[0]), storeys: 'multi_storey', diners: 12, car_spaces: 4, bicycles: 0, motorcycles: 0, guards: 0, air_raid_shelter_m2: '0.00',
  calculation: {
    standard, basis: '示例发改〔2014〕1号', posts: 12, ranks: [{ rank: '示例正职', posts: 1, standard_m2: '30.00', stated_m2: null, area_m2: '30.00', certainty: 'E' }, { rank: '示例以下', posts: 11, standard_m2: '9.00', stated_m2: '8.50', area_m2: '99.00', certainty: 'K' }],
    offices_m2: '129.00', service_per_post_m2: '8.00', service_m2: '96.00', equipment_share: '9%', equipment_m2: '20.25', coefficient: '0.65', ancillary_lines: [{ what: '食堂', count: 12, area_m2: '44.40', certainty: 'E' }], ancillary_m2: '44.40', gross_m2: '421.71',
  },
  rooms: [{ building: 'FC2024-01', room: '201', use: 'office', usable_m2: '18.00' }], versions: ['2026-01-01', '2024-03-01'],
})

const use = (number: number, more: object) => ({ number, person: `R-00${number}`, rank: '示例以下', unit: '示例单位甲', post: 'main', building: 'FC2024-01', room: `20${number}`, started_on: '2024-03-01', approval: null, event: null, happened_on: null, due_on: null, ended_on: null, ...more })
export const uses = [
  use(1, {}), use(2, { event: 'transfer', happened_on: '2026-01-31', due_on: '2026-02-28' }), use(3, { post: 'concurrent', approval: '示例批〔2026〕1号' }),
  use(4, { event: 'retirement', happened_on: '2030-01-31', due_on: '2030-02-28' }), use(5, { ended_on: '2025-12-31' }),
]
export const over = { items: [{ person: 'R-001', rank: '示例以下', unit: '示例单位甲', rooms: [{ building: 'FC2024-01', room: '201' }], area_m2: '18.00', standard_m2: '9.00', over_m2: '9.00', is_over: true, has_more_than_one: true }], next: null, standard }

const agreed = (number: string, state: string, days_left: number, more: object = {}) => ({ number, unit: '示例单位甲', signed_on: '2024-01-02', valid_from: '2024-01-02', valid_to: '2026-12-31', ended_on: null, days_left, state, purposes: ['registration', 'repair_permit'], room_count: 2, ...more })
export const agreements = [agreed('2026-0001', 'running', 400), agreed('2024-0002', 'expired', -20, { unit: '示例单位乙' }), agreed('2024-0001', 'ended', 0, { ended_on: '2025-06-30', purposes: [] }), agreed('2026-0002', 'ending', 20)]
export const agreement = (number: string) => ({ ...(agreements.find((one) => one.number === number) ?? agreements[0]), rooms: [{ building: 'FC2024-01', room: '201', usable_m2: '18.00' }, { building: 'FC2024-01', room: '202', usable_m2: '1234.50' }], digest: 'f0'.repeat(32), qr: `2026-0001 ${'f0'.repeat(32)}` })

const area = { use: 'office', rooms: 2, asked_m2: '36.00', approved_m2: '540.00', actual_m2: '500.00', pending_m2: '0.00' }
const step = (position: number, way: string, result: string, more: object = {}) => ({ position, way, result, taken_on: '2026-11-20', document: `示例文〔2026〕${position}号`, searched: result === 'none' ? '示例范围' : null, reason: result === 'none' ? '示例原因' : null, application: null, approval: null, finance: null, government: null, project: null, recorded_by: '绩效科', offered: [], ...more })
export const steps = {
  none: step(1, 'reallocation', 'none', { offered: [{ building: 'FC2024-01', room: '203', use: 'office', usable_m2: '18.00', is_suitable: true, refusal: '示例：离单位太远' }] }),
  exchanged: step(2, 'exchange', 'none'),
  leased: step(3, 'lease', 'found', { application: '示例1号', approval: '示例2号', finance: '示例3号', government: '示例4号' }),
}
const row = (number: string, state: string, next_way: string | null) => ({ number, unit: '示例单位乙', asked_on: '2026-11-01', document: '示例请〔2026〕1号', state, next_way, areas: [area] })
export const requests = [row('2026-0003', 'open', 'reallocation'), row('2026-0002', 'open', 'lease'), row('2026-0001', 'satisfied', null)]
export function request(number: string) {
  const found = requests.find((one) => one.number === number) ?? requests[0]
  const taken = number === '2026-0003' ? [] : number === '2026-0002' ? [steps.none, steps.exchanged] : [steps.none, steps.exchanged, steps.leased]
  const settlement = { outcome: 'satisfied', settled_on: '2026-11-21', reason: null, way: 'lease', reference: '示例租〔2026〕1号', office_m2: '36.00', service_m2: '0.00', recorded_by: '绩效科' }
  return { ...found, reason: '示例理由', standard: 'national-2014', standard_document: standard.document, ranks: [{ rank: '示例以下', posts: 38, persons: 30, standard_m2: '9.00' }], steps: taken, settlement: number === '2026-0001' ? settlement : null }
}
const free = (room: string, is_suitable: boolean) => ({ building: 'FC2024-01', building_name: '示例楼', room, floor: 2, use: 'office', usable_m2: '18.00', vacant_since: '2025-01-01', idle_state: 'idle', is_suitable })
export const freeRooms = [free('203', true), free('204', true), free('205', false)]

const room = (number: string, usable_m2: string, unit: string | null, use = 'office') => ({ number, floor: 2, name: null, use, usable_m2, unit, note: null })
export const rooms = [room('201', '18.00', '示例单位甲'), room('202', '24.50', '示例单位乙'), room('203', '18.00', null), room('204', '9.00', null), room('205', '35.00', null, 'equipment')]
