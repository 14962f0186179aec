// SPDX-License-Identifier: Apache-2.0
// Sample premises: nobody's buildings, always the same, as many as are asked for. Zone 38 of CGCS2000 (EPSG 4526).
import type { components } from '@/shared/api.gen'

type Schemas = components['schemas']
type Outline = Schemas['MappedOutline']
type Member = Schemas['CampaignMember']
type Ring = Schemas['OutlineRing']

const statuses: Schemas['TitleStatus'][] = ['registered', 'registered', 'approved_to_user', 'recorded', 'unregistered']
const epsg = 4526
const [north, east] = [3_392_000, 38_511_000]
const number = (index: number) => String(index + 1).padStart(4, '0')
const metres = (value: number) => value.toFixed(3)
const area = (square: number) => square.toFixed(2)

function box(south: number, west: number, height: number, width: number): Ring {
  return [[south, west], [south, west + width], [south + height, west + width], [south + height, west]].map(([x = 0, y = 0]) => [metres(x), metres(y)])
}

/** About as many rows as columns; four buildings on a parcel. */
const columnsOf = (buildings: number) => 4 * Math.ceil(Math.sqrt(buildings) / 4)

/** Every fourth has a yard in its middle. */
function building(index: number, columns: number): Outline {
  const [south, west] = [north + Math.floor(index / columns) * 90, east + (index % columns) * 110]
  const [height, width] = [30 + (index % 5) * 6, 50 + (index % 7) * 5]
  const yard = index % 4 === 0 ? [box(south + 10, west + 12, 10, 20)] : []
  const size = height * width - yard.length * 200
  return {
    id: `b${index}`, kind: 'building', code: `FW-${number(index)}`, name: `示例楼${index + 1}`, unit: `示例单位${(index % 93) + 1}`, title_status: statuses[index % statuses.length] ?? 'registered',
    areas: [{ source: 'certificate', area_m2: area(size * 4) }, { source: 'survey', area_m2: area(size * 4 + 3.5) }], epsg, polygons: [[box(south, west, height, width), ...yard]], area_m2: area(size),
  }
}
function parcel(index: number, columns: number): Outline {
  const [south, west] = [north + Math.floor((index * 4) / columns) * 90 - 10, east + ((index * 4) % columns) * 110 - 12]
  return {
    id: `p${index}`, kind: 'parcel', code: `TD-${number(index)}`, name: `示例宗地${index + 1}`, unit: null, title_status: statuses[(index + 1) % statuses.length] ?? 'registered',
    areas: [{ source: 'certificate', area_m2: area(80 * 425) }], epsg, polygons: [[box(south, west, 80, 425)]], area_m2: area(80 * 425),
  }
}

export const sampleMap = (buildings: number, parcels = Math.ceil(buildings / 4)): Schemas['PremisesMap'] => ({
  epsg,
  buildings: Array.from({ length: buildings }, (_, index) => building(index, columnsOf(buildings))),
  parcels: Array.from({ length: parcels }, (_, index) => parcel(index, columnsOf(buildings))),
  without_outline: [{ kind: 'building', code: 'FW-9001', name: '示例门卫室', title_status: 'recorded' }],
})

export function sampleBuildings(count: number): Schemas['BuildingList'] {
  const items = sampleMap(count).buildings.map(({ code, name, unit, title_status, areas }, index) => ({ code, name, unit, address: `示例路${index + 1}号`, title_status, areas, missing_papers: index % 3, has_outline: true, parcel: `TD-${number(Math.floor(index / 4))}` }))
  return { items, next: null, total: count, areas: [{ source: 'certificate', area_m2: '225100.00' }, { source: 'survey', area_m2: '225278.50' }] }
}
export function sampleParcels(count: number): Schemas['ParcelList'] {
  const items = sampleMap(count * 4, count).parcels.map(({ code, name, unit, title_status, areas }, index) => ({ code, name, unit, address: `示例路${index + 1}号`, title_status, areas, missing_papers: index % 2, has_outline: true }))
  return { items, next: null, total: count, areas: [{ source: 'certificate', area_m2: '442000.00' }] }
}

const imported = { file: '示例测绘成果.geojson', digest: '6cc48de2959b91b33aa3663c966c01eb6cc48de2959b91b33aa3663c966c01eb', imported_at: '2024-10-08T02:30:00Z', imported_by: 'fangchan' }
const comparison: Schemas['AreaComparison'] = {
  certificate_m2: '6000.00', survey_m2: '6003.50', difference_m2: '3.50', source: '示例限差',
  limits: [{ grade: 1, limit_m2: '1.24', is_within: false }, { grade: 2, limit_m2: '4.64', is_within: true }, { grade: 3, limit_m2: '9.28', is_within: true }],
}
const papers: Schemas['Paper'][] = [
  { kind: 'land_source', state: 'held', number: '示划拨〔2001〕8号', dated_on: '2001-03-20', note: null },
  { kind: 'completion', state: 'missing', number: null, dated_on: null, note: '档案馆查档中' },
  { kind: 'tax', state: 'not_needed', number: null, dated_on: null, note: null },
]
const areas: Schemas['StatedArea'][] = [
  { source: 'certificate', area_m2: '6000.00', measured_on: '2005-06-01', document: '示例证第0001号' },
  { source: 'survey', area_m2: '6003.50', measured_on: '2024-09-12', document: '示例测绘报告' },
]
const room = (number: string, floor: number, use: Schemas['RoomUse'], usable_m2: string): Schemas['Room'] => ({ number, floor, name: null, use, usable_m2, unit: '示例单位1', note: null })

export function sampleFile(code: string): Schemas['BuildingFile'] {
  const { name, unit, title_status, polygons, area_m2 } = building(Number(code.slice(-4)) - 1, 12)
  return {
    code, name, unit, address: '示例路1号', parcel: 'TD-0001', structure: '钢筋混凝土', completed_on: '1998-10-01', floors_above: 6, floors_below: 1, note: null,
    title: { status: title_status, reason: null, holder: '示例机关事务服务中心', certificate: '示例证第0001号', unit_number: '420112001001GB00001F00010001', registered_on: '2005-06-01' },
    areas, papers, missing_papers: ['completion', 'planning'], comparison, outline: { epsg, polygons, area_m2, ...imported },
    floors: [
      { floor: -1, usable_m2: '420.00', rooms: [room('B101', -1, 'equipment', '420.00')], by_use: [{ use: 'equipment', rooms: 1, usable_m2: '420.00' }] },
      { floor: 1, usable_m2: '86.40', rooms: [room('101', 1, 'office', '18.00'), room('102', 1, 'office', '18.40'), room('103', 1, 'service', '50.00')], by_use: [{ use: 'office', rooms: 2, usable_m2: '36.40' }, { use: 'service', rooms: 1, usable_m2: '50.00' }] },
    ],
  }
}
export function sampleParcel(code: string): Schemas['Parcel'] {
  const { name, title_status, polygons, area_m2 } = parcel(Number(code.slice(-4)) - 1, 12)
  return {
    code, name, unit: null, address: '示例路1号', land_use: '机关团体用地', acquired_by: '划拨', note: null, areas, papers, missing_papers: ['completion'], comparison: null, buildings: ['FW-0001', 'FW-0002'],
    title: { status: title_status, reason: '示例原因', holder: null, certificate: null, unit_number: null, registered_on: null }, outline: { epsg, polygons, area_m2, ...imported },
  }
}

const stepsOf = ['collecting', 'surveyed', 'applied', 'recorded', 'not_started'] as const
function member(index: number): Member {
  const isAgency = index < 31
  const isDone = isAgency || index < 31 + 38
  const step = isDone ? 'registered' : (stepsOf[index % stepsOf.length] ?? 'not_started')
  return {
    code: `DW-${number(index)}`, unit: `示例单位${index + 1}`, category: isAgency ? 'agency' : 'public_one', area_m2: isAgency ? '3412.90' : '1924.19', stated_area_m2: null, step, is_done: isDone, done_on: isDone ? '2024-08-30' : null,
    steps: step === 'not_started' ? [] : [{ step: 'collecting', taken_on: '2024-03-01', document: '示例通知', note: null, recorded_by: 'fangchan' }, ...(isDone ? [{ step: 'registered' as const, taken_on: '2024-08-30', document: '示例证第0001号', note: null, recorded_by: 'fangchan' }] : [])],
    buildings: index < 51 || index > 85 ? [{ code: `FW-${number(index)}`, name: `示例楼${index + 1}`, title_status: 'registered' }] : [],
    missing_papers: isDone ? [] : [{ building: `FW-${number(index)}`, kind: 'completion' }, { building: `FW-${number(index)}`, kind: 'planning' }], note: null,
  }
}
export function sampleCampaign(): Schemas['Campaign'] {
  const members = Array.from({ length: 93 }, (_, index) => member(index))
  const every = ['not_started', 'collecting', 'surveyed', 'applied', 'recorded', 'registered', 'approved_to_user'] as const
  const agency = { units_total: 31, units_done: 31, units_rate: '100.00%', area_total_m2: '105800.00', area_done_m2: '105800.00', area_rate: '100.00%' }
  const below = { units_total: 62, units_done: 38, units_rate: '61.29%', area_total_m2: '119300.00', area_done_m2: '43800.00', area_rate: '36.71%' }
  return {
    code: '2024', name: '办公用房权属统一登记（示例）', started_on: '2024-01-01', due_on: '2024-12-31', note: null, members,
    progress: {
      all: { units_total: 93, units_done: 69, units_rate: '74.19%', area_total_m2: '225100.00', area_done_m2: '149600.00', area_rate: '66.46%' },
      categories: [{ category: 'agency', ...agency }, { category: 'public_one', ...below }],
      steps: every.map((step) => {
        const at = members.filter((one) => one.step === step)
        return { step, units: at.length, area_m2: area(at.reduce((sum, one) => sum + Number(one.area_m2), 0)) }
      }),
    },
  }
}
