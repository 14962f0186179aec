// SPDX-License-Identifier: Apache-2.0
import { grouped } from '@/shared/money'
import type { Place } from './plane'
import { zoneOf } from './plane'
import { t } from './words'

/** Two decimals, in groups of three. */
export function decimals(metres: number): string {
  const [whole = '0', part = '00'] = Math.abs(metres).toFixed(2).split('.')
  return `${metres < 0 ? '-' : ''}${grouped(BigInt(whole))}.${part}`
}

export const lengthText = (metres: number): string => (metres >= 1000 ? t('kilometres', { count: String(metres / 1000) }) : t('metres', { count: String(metres) }))

/** CGCS2000 and the zone, as survey sheets say it. */
export function planeText(epsg: number): string {
  const zone = zoneOf(epsg)
  if (!zone) return t('plane_other', { epsg })
  const { width, number, meridian, isInEast } = zone
  return t(isInEast ? 'plane_zoned' : 'plane', { width, number, meridian })
}

// Coordinates are written without groups, as survey sheets have them.
export const placeText = ([east, north]: Place): string => t('at', { north: north.toFixed(3), east: east.toFixed(3) })
