// SPDX-License-Identifier: Apache-2.0
import { language } from './catalogue'

// Offices of the whole country keep Beijing time.
const zone = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** 2026-11-24 18:20 of an instant as the server writes it. */
export function instantText(instant: string): string {
  const { day, time } = at(new Date(instant))
  return `${day} ${time}`
}

/** 2026-11-24 18:20:05, where the order of events matters. */
export function momentText(instant: string): string {
  return `${instantText(instant)}:${String(new Date(instant).getUTCSeconds()).padStart(2, '0')}`
}

export function clockText(instant: string): string {
  return at(new Date(instant)).time
}

/** The day it is in Beijing, as YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return at(now).day
}

function at(moment: Date): { day: string; time: string } {
  const found: Record<string, string> = {}
  for (const { type, value } of parts.formatToParts(moment)) found[type] = value
  return { day: `${found.year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` }
}

/** 2024 → 2024年, 2024Q3 → 2024年第3季度, 2024-07 → 2024年7月. */
export function periodText(period: string): string {
  const match = /^(\d{4})(?:Q([1-4])|-(\d{2}))?$/.exec(period)
  if (!match) return period
  const [, year, quarter, month] = match
  if (language.value === 'en') return period
  if (quarter) return `${year}年第${quarter}季度`
  return month ? `${year}年${Number(month)}月` : `${year}年`
}

const weekdays = { 'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'], en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] }

/** 2026年11月24日 星期二, or 2026-11-24, Tuesday. */
export function longDayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const weekday = weekdays[language.value][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return language.value === 'en' ? `${day}, ${weekday}` : `${year}年${month}月${date}日 ${weekday}`
}
