// SPDX-License-Identifier: Apache-2.0
// Equipment and plans as they are typed.
import type { Contract } from '@/shared/api/contract'
import type { Equipment, Plan } from './repairs'
import { t } from './words'
import { t as say } from './wordsOfEquipment'

export interface TypedEquipment {
  code: string
  name: string
  kind: string
  room: string
  place: string
  model: string
  since: string
  is_active: boolean
  note: string
}
export const emptyEquipment = (): TypedEquipment => ({ code: '', name: '', kind: '', room: '', place: '', model: '', since: '', is_active: true, note: '' })
export const typedEquipment = (one: Equipment): TypedEquipment => ({ code: one.code, name: one.name, kind: one.kind, room: one.room ?? '', place: one.place ?? '', model: one.model ?? '', since: one.since ?? '', is_active: one.is_active, note: one.note ?? '' })
export const equipmentOf = ({ name, kind, room, place, model, since, is_active, note }: TypedEquipment): Contract<'EquipmentChange'> => ({
  name: name.trim(), kind: kind.trim(), room: room || null, place: place.trim() || null, model: model.trim() || null, since: since || null, is_active, note: note.trim() || null,
})
const missing = (typed: string, label: string) => typed.trim() === '' && t('missing', { field: label })
export const findingsOfEquipment = ({ code, name, kind, room, place }: TypedEquipment) => ({
  '/code': missing(code, t('code')),
  '/name': missing(name, t('name')),
  '/kind': missing(kind, t('kind')),
  '/room': (room === '') === (place.trim() === '') && say('one_place'),
})
export const labelsOfEquipment = (): Record<keyof TypedEquipment, string> => ({ code: t('code'), name: t('name'), kind: t('kind'), room: t('room'), place: t('place'), model: say('model'), since: say('since'), is_active: say('is_active'), note: t('note') })
export const shownOf = (_: string, value: unknown) => (typeof value === 'boolean' ? say(value ? 'active' : 'inactive') : String(value) || t('none'))

export interface TypedPlan {
  code: string
  name: string
  kind: string
  every_days: string
  first_day: string
  items: string
  is_active: boolean
}
export const emptyPlan = (): TypedPlan => ({ code: '', name: '', kind: '', every_days: '30', first_day: '', items: '', is_active: true })
export const typedPlan = (plan: Plan): TypedPlan => ({ ...plan, every_days: String(plan.every_days), items: plan.items.join('\n') })
const itemsIn = (typed: string) => typed.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const daysIn = (typed: string) => (/^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0)
export const planOf = ({ name, kind, every_days, first_day, items, is_active }: TypedPlan): Contract<'InspectionPlanChange'> => ({ name: name.trim(), kind: kind.trim(), every_days: daysIn(every_days), first_day, items: itemsIn(items), is_active })
export const findingsOfPlan = (typed: TypedPlan) => ({
  '/code': missing(typed.code, t('code')),
  '/name': missing(typed.name, t('name')),
  '/kind': missing(typed.kind, t('kind')),
  '/every_days': (daysIn(typed.every_days) < 1 || daysIn(typed.every_days) > 3660) && say('days_wrong'),
  '/first_day': missing(typed.first_day, say('first_day')),
  '/items': itemsIn(typed.items).length === 0 && say('items_missing'),
})
export const labelsOfPlan = (): Record<keyof TypedPlan, string> => ({ code: t('code'), name: t('name'), kind: t('kind'), every_days: say('every_days'), first_day: say('first_day'), items: say('items'), is_active: say('is_active') })
