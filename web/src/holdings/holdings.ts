// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { shown } from '@/shared/money'
import { t } from './words'

export type RoomState = 'in_use' | 'vacant' | 'locked' | 'damaged'
export const roomStates: readonly RoomState[] = ['in_use', 'vacant', 'locked', 'damaged']
export const roomStateText = (state: RoomState) => t(`state_${state}`)

/** What somebody saw of a room. */
export interface Entry {
  building: string
  number: string
  /** The unit that was found in it; null: nobody. */
  unit: string | null
  state: RoomState
  note: string | null
  counted_at: string
}

export interface ExpectedRoom {
  building: string
  building_name: string
  number: string
  floor: number
  unit: string | null
  usable_m2: string
}

export type Outcome = 'matching' | 'missing' | 'elsewhere' | 'duplicate' | 'unlisted'
export const outcomes: readonly Outcome[] = ['matching', 'missing', 'elsewhere', 'duplicate', 'unlisted']
export const outcomeText = (outcome: Outcome) => t(`outcome_${outcome}`)
export const outcomeKinds: Record<Outcome, StatusKind> = { matching: 'good', missing: 'bad', elsewhere: 'attention', duplicate: 'attention', unlisted: 'bad' }

/** 12,345.67 */
export const areaText = (area: string) => shown(area, 'yuan')
export const squareMetres = (area: string) => t('square_metres', { area: areaText(area) })
export const buildingPage = (code: string) => `/premises/buildings/${encodeURIComponent(code)}`
export const countPage = '/holdings/count'

export interface StocktakeRow {
  code: string
  name: string
  opened_on: string
  closed_on: string | null
  buildings: string[]
  rooms: number
  counted: number
}
export interface StocktakeLine {
  building: string
  building_name: string
  number: string
  outcome: Outcome
  usable_m2: string | null
  expected_unit: string | null
  found_unit: string | null
  state: RoomState | null
  note: string | null
  counted_by: string | null
  counted_at: string | null
}
export interface Stocktake extends StocktakeRow {
  outcomes: { outcome: Outcome; rooms: number; area_m2: string }[]
  lines: StocktakeLine[]
}

export type ReconciliationKind = 'ledger' | 'stock' | 'title'
export const reconciliationKinds: readonly ReconciliationKind[] = ['ledger', 'stock', 'title']
export interface ReconciliationLine {
  building: string
  building_name: string
  number: string | null
  ours: string | null
  theirs: string | null
  ours_m2: string | null
  theirs_m2: string | null
  difference_m2: string | null
  reason: string
}
export interface Reconciliation {
  total: number
  total_m2: string
  differing: number
  differing_m2: string
  lines: ReconciliationLine[]
}

export type IdleState = 'idle' | 'offered' | 'transferred' | 'let' | 'kept'
export interface IdleRoom {
  building: string
  building_name: string
  number: string
  usable_m2: string
  vacant_since: string
  days: number
  state: IdleState
  unit: string | null
  decided_on: string | null
  document: string | null
}

export type LeaseKind = 'in' | 'out'
export interface Lease {
  code: string
  kind: LeaseKind
  party: string
  building: string | null
  address: string | null
  area_m2: string
  approval: string
  from: string
  until: string
  days_left: number
  yearly_rent: string
  yearly_per_m2: string
  income_due: string | null
  income_paid: string | null
  version: number
  note: string | null
}
