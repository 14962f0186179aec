// SPDX-License-Identifier: Apache-2.0
// A campaign and a unit of it, as they are typed.
import type { Contract } from '@/shared/api/contract'
import { fenOf, readMoney } from '@/shared/money'
import type { Category, Member } from './registration'
import { t as say } from './wordsOfForms'

export interface TypedCampaign {
  code: string
  name: string
  started_on: string
  due_on: string
  note: string
}
export interface TypedMember {
  code: string
  unit: string
  category: Category
  area_m2: string
  buildings: string[]
  note: string
}

export const emptyCampaign = (): TypedCampaign => ({ code: '', name: '', started_on: '', due_on: '', note: '' })
export const emptyMember = (): TypedMember => ({ code: '', unit: '', category: 'agency', area_m2: '', buildings: [], note: '' })
export const typedMember = ({ code, unit, category, stated_area_m2, buildings, note }: Member): TypedMember =>
  ({ code, unit, category, area_m2: stated_area_m2 ?? '', buildings: buildings.map((one) => one.code), note: note ?? '' })

export function findingsOfCampaign({ code, name, started_on, due_on }: TypedCampaign): Record<string, string | false> {
  return {
    '/code': code.trim() === '' && say('fill', { field: say('campaign_code') }),
    '/name': name.trim() === '' && say('fill', { field: say('campaign_name') }),
    '/due_on': started_on !== '' && due_on !== '' && due_on < started_on && say('due_before_start'),
  }
}
export const campaignOf = (typed: TypedCampaign): Contract<'NewCampaign'> =>
  ({ code: typed.code.trim(), name: typed.name.trim(), started_on: typed.started_on || null, due_on: typed.due_on || null, note: typed.note.trim() || null })

/** Its buildings have an area, or it is stated: without either there is nothing that counts. */
function findingOfArea({ area_m2, buildings }: TypedMember): string | false {
  const read = readMoney(area_m2)
  if ('amount' in read) return fenOf(read.amount) <= 0n && say('room_area_wrong')
  if (read.mistake !== 'empty') return say('room_area_wrong')
  return buildings.length === 0 && say('member_area_missing')
}
export function findingsOfMember(typed: TypedMember): Record<string, string | false> {
  return {
    '/code': typed.code.trim() === '' && say('fill', { field: say('member_code') }),
    '/unit': typed.unit.trim() === '' && say('fill', { field: say('member_unit') }),
    '/area_m2': findingOfArea(typed),
  }
}
export function memberOf(typed: TypedMember): Contract<'CampaignMemberChange'> {
  const read = readMoney(typed.area_m2)
  return { unit: typed.unit.trim(), category: typed.category, area_m2: 'amount' in read ? read.amount : null, buildings: [...typed.buildings], note: typed.note.trim() || null }
}
