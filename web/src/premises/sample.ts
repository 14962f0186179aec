// SPDX-License-Identifier: Apache-2.0
// Sample premises for the tests here: nobody's.
import type { MappedOutline } from './onMap'
import type { BuildingFile } from './premises'
import type { Campaign, Member } from './registration'

export function outline(code: string, more: Partial<MappedOutline> = {}): MappedOutline {
  return {
    id: `building ${code}`, kind: 'building', code, name: `示例楼${code}`, unit: '示例单位甲', title_status: 'registered', areas: [{ source: 'certificate', area_m2: '1200.00' }], epsg: 4547,
    polygons: [[[['3386000.000', '512000.000'], ['3386000.000', '512040.000'], ['3386020.000', '512040.000'], ['3386020.000', '512000.000']]]], area_m2: '800.00', ...more,
  }
}

export const file: BuildingFile = {
  code: 'FW-1', name: '示例楼', unit: '示例单位甲', address: null, parcel: 'TD-1', structure: null, completed_on: null, floors_above: 5, floors_below: null, note: null,
  title: { status: 'unregistered', reason: '示例原因', holder: null, certificate: null, unit_number: null, registered_on: null },
  areas: [{ source: 'certificate', area_m2: '6000.00', measured_on: null, document: null }, { source: 'survey', area_m2: '6005.00', measured_on: '2024-09-12', document: '示例报告' }],
  papers: [{ kind: 'tax', state: 'held', number: null, dated_on: null, note: null }],
  missing_papers: ['completion'],
  comparison: { certificate_m2: '6000.00', survey_m2: '6005.00', difference_m2: '5.00', source: '示例限差', limits: [{ grade: 1, limit_m2: '1.24', is_within: false }, { grade: 2, limit_m2: '4.64', is_within: false }, { grade: 3, limit_m2: '9.28', is_within: true }] },
  floors: [
    { floor: -1, rooms: [{ number: 'B1', floor: -1, name: null, use: 'equipment', usable_m2: '30.00', unit: null, note: null }], usable_m2: '30.00', by_use: [{ use: 'equipment', rooms: 1, usable_m2: '30.00' }] },
    { floor: 2, rooms: [{ number: '201', floor: 2, name: null, use: 'office', usable_m2: '18.00', unit: null, note: null }], usable_m2: '18.00', by_use: [{ use: 'office', rooms: 1, usable_m2: '18.00' }] },
  ],
  outline: null,
}

export function member(code: string, more: Partial<Member> = {}): Member {
  return { code, unit: `示例单位${code}`, category: 'agency', area_m2: '100.50', stated_area_m2: null, step: 'registered', is_done: true, done_on: '2024-08-30', steps: [], buildings: [], missing_papers: [], note: null, ...more }
}

export function campaign(members: Member[]): Campaign {
  const share = { units_total: 62, units_done: 38, units_rate: '61.29%', area_total_m2: '119300.00', area_done_m2: '43800.00', area_rate: '36.71%' }
  return {
    code: '2024', name: '示例登记活动', started_on: '2024-01-01', due_on: null, note: null, members,
    progress: { all: share, categories: [{ category: 'public_one', ...share }, { category: 'public_two', units_total: 0, units_done: 0, units_rate: null, area_total_m2: '0.00', area_done_m2: '0.00', area_rate: null }], steps: [{ step: 'applied', units: 1, area_m2: '100.50' }] },
  }
}
