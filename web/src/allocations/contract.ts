// SPDX-License-Identifier: Apache-2.0
import type { Event } from './due'
import type { Level } from './allocations'
import type { PostKind } from './persons'
import type { Place, RoomUse } from './rooms'
import type { Storeys } from './unitForm'

export interface Compared {
  use: 'office' | 'service' | 'equipment' | 'total'
  approved_m2: string
  actual_m2: string
  over_m2: string
  is_over: boolean
}
export interface UnitRow {
  unit: string
  level: Level
  valid_from: string
  posts: number
  uses: Compared[]
}
export interface StandardHead {
  id: string
  title: string
  document: string
  valid_from: string
}
export interface Calculation {
  standard: StandardHead
  basis: string
  posts: number
  ranks: { rank: string; posts: number; standard_m2: string; stated_m2: string | null; area_m2: string; certainty: string }[]
  offices_m2: string
  service_per_post_m2: string
  service_m2: string
  equipment_share: string
  equipment_m2: string
  coefficient: string
  ancillary_lines: { what: string; count: number; area_m2: string; certainty: string }[]
  ancillary_m2: string
  gross_m2: string
}
export interface UnitFile extends UnitRow {
  storeys: Storeys
  diners: number
  car_spaces: number
  bicycles: number
  motorcycles: number
  guards: number
  air_raid_shelter_m2: string
  calculation: Calculation
  rooms: (Place & { use: RoomUse; usable_m2: string })[]
  versions: string[]
}
export interface RankStandard {
  rank: string
  office_m2: string
}
export interface Standard extends StandardHead {
  levels: { level: Level; basis: string; ranks: RankStandard[] }[]
}
export interface RoomOfPerson {
  number: number
  person: string
  rank: string
  unit: string
  post: PostKind
  building: string
  room: string
  started_on: string
  approval: string | null
  event: Event | null
  happened_on: string | null
  due_on: string | null
  ended_on: string | null
}
export interface PersonArea {
  person: string
  rank: string
  unit: string
  rooms: Place[]
  area_m2: string
  standard_m2: string
  over_m2: string
  is_over: boolean
  has_more_than_one: boolean
}
export type AgreementPurpose = 'registration' | 'household' | 'repair_permit'
export interface AgreementRow {
  number: string
  unit: string
  signed_on: string
  valid_from: string
  valid_to: string
  ended_on: string | null
  days_left: number
  state: 'coming' | 'running' | 'ending' | 'expired' | 'ended'
  purposes: AgreementPurpose[]
  room_count: number
}
export interface Agreement extends Omit<AgreementRow, 'room_count'> {
  rooms: (Place & { usable_m2: string | null })[]
  digest: string
  qr: string
}
export interface Publication {
  year: number
  published_on: string
  place: string
  document: string
  recorded_by: string
}
