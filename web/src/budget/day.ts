// SPDX-License-Identifier: Apache-2.0

/** A day as close as possible to `day` within a fiscal year: what a form for that year begins with. */
export function dayWithin(year: number, day: string): string {
  if (day < `${year}-01-01`) return `${year}-01-01`
  return day > `${year}-12-31` ? `${year}-12-31` : day
}
