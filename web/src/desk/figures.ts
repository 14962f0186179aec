// SPDX-License-Identifier: Apache-2.0
import type { components } from '@/shared/api.gen'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { liveFigure } from '@/shared/figure/liveFigure'
import { t } from './words'

type Schemas = components['schemas']
export type Desk = Schemas['IndicatorDesk']
export type Forecast = Schemas['Forecast']
export type ForecastRow = Schemas['ForecastRow']
export type ScoreRange = Schemas['ScoreRange']
export type Targets = Schemas['Targets']
export type Light = NonNullable<Schemas['Light']>

/** 1234567.8 → 1,234,567.8; the server's numbers are exact texts and stay so. */
export function numberText(value: string): string {
  const [whole = '', decimals] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

export const withUnit = (value: string | null, unit: string) => (value === null ? '' : `${numberText(value)}${unit}`)

const kinds: Record<Light, StatusKind> = { red: 'bad', yellow: 'attention', green: 'good', blue: 'neutral' }
export const lightKind = (light: Light): StatusKind => kinds[light]

/** 96.20（92.00～98.28）; one number where there is nothing between. */
export function rangeText({ low, expected, high }: { low: string | null; expected: string | null; high: string | null }): string {
  if (expected === null) return t('none')
  const isOne = low === null || high === null || (low === expected && high === expected)
  return isOne ? numberText(expected) : t('range', { expected: numberText(expected), low: numberText(low), high: numberText(high) })
}

/** A decimal text as a whole number of hundredths. */
function hundredths(value: string): bigint {
  const [whole = '0', decimals = ''] = value.replace('-', '').split('.')
  const size = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0').slice(0, 2))
  return value.startsWith('-') ? -size : size
}

/** Points that the year is expected to lose at this row; null where it cannot be said. */
export function pointsLost(weight: string | null, score: ScoreRange): string | null {
  if (weight === null || score.expected === null) return null
  const lost = hundredths(weight) - hundredths(score.expected)
  return `${lost / 100n}.${String(lost % 100n).padStart(2, '0')}`
}

/** How the figure of a row opens its records; null where people enter it, or nothing measures it. */
export function figureOf(row: ForecastRow, forecast: Forecast, targets: Targets | undefined) {
  const measure = targets?.indicators.find(({ code }) => code === row.code)?.measure
  if (row.value === null || !measure) return null
  return liveFigure(String(forecast.year), row.name, { measure, unit: row.unit || null, on: forecast.on })
}
