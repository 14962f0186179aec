// SPDX-License-Identifier: Apache-2.0
import { amountOf, fenOf, readMoney, shown } from '@/shared/money'
import type { RoomUse } from './rooms'
import { t } from './words'

export type Level = 'central' | 'province' | 'city' | 'county' | 'township'
export const levels: readonly Level[] = ['central', 'province', 'city', 'county', 'township']
export const levelText = (level: Level) => t(`level_${level}`)
export const roomUseText = (use: RoomUse | 'total') => t(`use_${use}`)

// Areas have two decimals as amounts have, and the same exact arithmetic.
/** 12,345.67 */
export const areaText = (area: string) => shown(area, 'yuan')
export const squareMetres = (area: string) => t('square_metres', { area: areaText(area) })
/** The first without the others; negative where they are more. */
export const without = (area: string, ...others: string[]) => amountOf(others.reduce((rest, other) => rest - fenOf(other), fenOf(area)))
export const isMore = (area: string, than: string) => fenOf(area) > fenOf(than)

/** An area as it is typed, as the server writes it: two decimals; null where it is none. */
export function readArea(typed: string): string | null {
  const read = readMoney(typed)
  return 'amount' in read && fenOf(read.amount) > 0n ? read.amount : null
}
/** A count as it is typed; null where it is no whole number or less than 0. */
export const readCount = (typed: string): number | null => (/^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : null)

export const textOf = (typed: string) => typed.trim()
export const unitPage = (unit: string) => `/allocations/units/${encodeURIComponent(unit)}`
export const agreementPage = (number: string) => `/allocations/agreements/${encodeURIComponent(number)}`
export const requestPage = (number: string) => `/allocations/requests/${encodeURIComponent(number)}`
export const buildingPage = (code: string) => `/premises/buildings/${encodeURIComponent(code)}`
