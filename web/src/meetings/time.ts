// SPDX-License-Identifier: Apache-2.0
// Times of meetings: whole seconds since 1970, days and clocks of Beijing. The whole country keeps UTC+8 and no summer time,
// so a day always has 86,400 seconds and nothing here needs a calendar of time zones.
export const daySeconds = 86_400
const offset = 8 * 3_600

/** The second at which a day begins in Beijing. */
export const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000 - offset

const shifted = (second: number) => new Date((second + offset) * 1000).toISOString()
export const dayOf = (second: number) => shifted(second).slice(0, 10)
/** 09:30; where a span ends with its day: 24:00. */
export const clockOf = (second: number) => shifted(second).slice(11, 16)

/** The second of a day and a clock as they are typed; null where they are none. 24:00 is the end of the day. */
export function secondOf(day: string, clock: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(clock)
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? startOf(day) : Number.NaN
  if (!match || Number.isNaN(start)) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  const isClock = minutes < 60 && (hours < 24 || (hours === 24 && minutes === 0))
  return isClock ? start + hours * 3_600 + minutes * 60 : null
}

export const dayAfter = (day: string, days: number) => dayOf(startOf(day) + days * daySeconds)
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
export const mondayOf = (day: string) => dayAfter(day, 1 - weekdayOf(day))
export const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, index) => dayAfter(first, index))

/** From the first second on, up to the last and without it: two that touch do not overlap. */
export interface Span {
  from: number
  until: number
}
export const overlap = (a: Span, b: Span) => a.from < b.until && b.from < a.until

/** 09:00–10:30; with days where it does not end on the day it begins. */
export function spanText({ from, until }: Span): string {
  const [first, last] = [dayOf(from), dayOf(until - 1)]
  const end = dayOf(until) === last ? clockOf(until) : '24:00'
  return first === last ? `${clockOf(from)}–${end}` : `${first} ${clockOf(from)}–${last} ${end}`
}

/** The last day of a month that is written as 2026-02. */
export function lastDayOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${month}-${String(new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate()).padStart(2, '0')}`
}
