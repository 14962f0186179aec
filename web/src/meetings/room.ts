// SPDX-License-Identifier: Apache-2.0
// A meeting room as it is typed.
import type { Contract } from '@/shared/api/contract'
import { wordsIn } from './booking'
import type { Room } from './meetings'
import { secondOf } from './time'
import { t } from './words'
import { t as say } from './wordsOfRooms'

export interface TypedRoom {
  code: string
  name: string
  area: string
  seats: string
  equipment: string
  layouts: string
  weekdays: number[]
  opens: string
  closes: string
  closed_days: string
  needs_approval: boolean
  is_active: boolean
  note: string
}
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export const weekdayText = (weekday: number) => say(`weekday_${weekday as 1}`)

export const emptyRoom = (): TypedRoom => ({
  code: '', name: '', area: '', seats: '', equipment: '', layouts: '', weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '18:00', closed_days: '', needs_approval: true, is_active: true, note: '',
})
export const typedRoom = ({ opening, ...room }: Room): TypedRoom => ({
  code: room.code, name: room.name, area: room.area, seats: String(room.seats), equipment: room.equipment.join(t('separator')), layouts: room.layouts.join(t('separator')),
  weekdays: opening.weekdays, opens: opening.from, closes: opening.until, closed_days: opening.closed_days.join(t('separator')), needs_approval: room.needs_approval, is_active: room.is_active, note: room.note ?? '',
})

const seatsIn = (typed: string) => (/^\s*[1-9]\d{0,5}\s*$/.test(typed) ? Number(typed) : null)
export function roomOf(typed: TypedRoom): Contract<'MeetingRoomChange'> {
  return {
    name: typed.name.trim(), area: typed.area.trim(), seats: seatsIn(typed.seats) ?? 0, equipment: wordsIn(typed.equipment), layouts: wordsIn(typed.layouts),
    opening: { weekdays: [...typed.weekdays].sort(), from: typed.opens, until: typed.closes, closed_days: wordsIn(typed.closed_days).sort() },
    needs_approval: typed.needs_approval, is_active: typed.is_active, note: typed.note.trim() || null,
  }
}
const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && secondOf(day, '00:00') !== null && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
export function findingsOfRoom(typed: TypedRoom): Record<string, string | false> {
  const missing = (field: 'code' | 'name', label: string) => typed[field].trim() === '' && t('missing', { field: label })
  return {
    '/code': missing('code', say('code')),
    '/name': missing('name', say('name')),
    '/seats': seatsIn(typed.seats) === null && say('seats_wrong'),
    '/opening/weekdays': typed.weekdays.length === 0 && say('weekdays_missing'),
    '/opening/until': (typed.opens === '' || typed.closes <= typed.opens) && say('hours_wrong'),
    '/opening/closed_days': !wordsIn(typed.closed_days).every(isDay) && say('closed_wrong'),
  }
}
export const openingText = ({ weekdays: days, from, until }: Room['opening']) => `${days.map(weekdayText).join(t('separator'))} ${from}–${until}`
export const labelsOfRoom = (): Record<keyof TypedRoom, string> => ({
  code: say('code'), name: say('name'), area: t('area'), seats: t('seats'), equipment: t('equipment'), layouts: say('layouts'), weekdays: say('weekdays'), opens: say('opens'), closes: say('closes'),
  closed_days: say('closed_days'), needs_approval: say('needs_approval'), is_active: say('is_active'), note: t('note'),
})
export function shownOfRoom(field: keyof TypedRoom, value: unknown): string {
  if (field === 'weekdays') return (value as number[]).map(weekdayText).join(t('separator'))
  if (field === 'needs_approval') return say(value === true ? 'needs_approval' : 'needs_no_approval')
  if (field === 'is_active') return say(value === true ? 'active' : 'inactive')
  return String(value) || t('none')
}
