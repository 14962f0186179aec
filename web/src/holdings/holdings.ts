// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { shown } from '@/shared/money'
import { t } from './words'

/** What somebody saw of a room; `id` is made when it is kept. A unit of null: nobody was in it. */
export type Entry = Required<Omit<Contract<'CountedEntry'>, 'id'>>
export type ExpectedRoom = Contract<'ExpectedRoom'>
export type RoomState = Entry['state']
export const roomStates: readonly RoomState[] = ['in_use', 'vacant', 'locked', 'damaged']
export const roomStateText = (state: RoomState) => t(`state_${state}`)

export type StocktakeRow = Contract<'StocktakeRow'>
export type StocktakeLine = Contract<'StocktakeLine'>
export type Stocktake = Contract<'Stocktake'>
export type Outcome = StocktakeLine['outcome']
export const outcomes: readonly Outcome[] = ['matching', 'missing', 'elsewhere', 'duplicate', 'unlisted']
export const outcomeText = (outcome: Outcome) => t(`outcome_${outcome}`)
export const outcomeKinds: Record<Outcome, StatusKind> = { matching: 'good', missing: 'bad', elsewhere: 'attention', duplicate: 'attention', unlisted: 'bad' }

/** 12,345.67 */
export const areaText = (area: string) => shown(area, 'yuan')
export const squareMetres = (area: string) => t('square_metres', { area: areaText(area) })
export const buildingPage = (code: string) => `/premises/buildings/${encodeURIComponent(code)}`
export const countPage = '/holdings/count'

export type ReconciliationLine = Contract<'ReconciliationLine'>
export type Reconciliation = Contract<'Reconciliation'>
export type ReconciliationKind = 'ledger' | 'stock' | 'title'
export const reconciliationKinds: readonly ReconciliationKind[] = ['ledger', 'stock', 'title']

export type IdleRoom = Contract<'IdleRoom'>
export type IdleState = IdleRoom['state']

export type Lease = Contract<'Lease'>
export type LeaseKind = Lease['kind']
