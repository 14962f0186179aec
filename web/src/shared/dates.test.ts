// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it } from 'vitest'
import { speak } from './catalogue'
import { clockText, instantText, longDayText, momentText, periodText, today } from './dates'

afterEach(() => speak('zh-CN'))

it('shows instants in Beijing time, wherever the clock of the writer was', () => {
  expect(instantText('2026-11-23T18:20:00+08:00')).toBe('2026-11-23 18:20')
  expect(instantText('2026-11-23T16:00:00Z')).toBe('2026-11-24 00:00')
  expect(clockText('2026-11-23T15:59:00Z')).toBe('23:59')
  expect(momentText('2026-11-23T18:20:05.900+08:00')).toBe('2026-11-23 18:20:05')
})

it('knows the day in Beijing', () => {
  expect(today(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31')
  expect(today(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
})

it('names periods', () => {
  expect([periodText('2024'), periodText('2024Q3'), periodText('2024-07')]).toEqual(['2024年', '2024年第3季度', '2024年7月'])
  expect(periodText('something')).toBe('something')
  speak('en')
  expect(periodText('2024Q3')).toBe('2024Q3')
})

it('writes a day with its weekday', () => {
  expect(longDayText('2026-11-24')).toBe('2026年11月24日 星期二')
  speak('en')
  expect(longDayText('2026-11-24')).toBe('2026-11-24, Tuesday')
})
