// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { send } from '@/shared/api/client'
import type { Agreement, AgreementRow, PersonArea, Publication, RankStandard, RoomOfPerson, Standard, UnitFile, UnitRow } from './contract'
import type { Event } from './due'
import type { PersonFilter } from './persons'

export type { PersonArea, RankStandard }
const base = '/api/v1/allocations'
interface Items<T> {
  items: T[]
}

async function ask<T>(path: string, method = 'GET', body?: unknown, key?: string): Promise<T> {
  const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(key !== undefined && { 'Idempotency-Key': key }) }
  return (await (await send(new Request(`${globalThis.location.origin}${base}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }))).json()) as T
}
const named = encodeURIComponent
const query = (filter: object) => {
  const text = new URLSearchParams(filter as Record<string, string>).toString()
  return text === '' ? '' : `?${text}`
}

export const useUnits = () => useQuery({ queryKey: ['allocations', 'units'], queryFn: () => ask<Items<UnitRow>>('/units') })
export const useUnit = (unit: string, isAsked = true) => useQuery({ queryKey: ['allocations', 'units', unit], queryFn: () => ask<UnitFile>(`/units/${named(unit)}`), enabled: isAsked })
export const useStandard = () => useQuery({ queryKey: ['allocations', 'standard'], queryFn: () => ask<Standard>('/standards') })
export const useRoomUses = (filter: () => PersonFilter) => useQuery({ queryKey: computed(() => ['allocations', 'persons', filter()]), queryFn: async () => (await ask<Items<RoomOfPerson>>(`/rooms${query(filter())}`)).items })
export const useOverPersons = () => useQuery({ queryKey: ['allocations', 'persons', 'over'], queryFn: () => ask<Items<PersonArea> & { standard: Standard }>('/persons?over=true') })
export const useDue = () => useQuery({ queryKey: ['allocations', 'due'], queryFn: () => ask<Items<RoomOfPerson>>('/due') })
export const useAgreements = () => useQuery({ queryKey: ['allocations', 'agreements'], queryFn: () => ask<Items<AgreementRow>>('/agreements') })
export const useAgreement = (number: string) => useQuery({ queryKey: ['allocations', 'agreements', number], queryFn: () => ask<Agreement>(`/agreements/${named(number)}`) })

export const recordUnit = (key: string, body: object) => ask<UnitFile>('/units', 'POST', body, key)
export const changeUnit = (key: string, unit: string, body: object) => ask<UnitFile>(`/units/${named(unit)}`, 'PUT', body, key)
export const giveRoom = (key: string, body: object) => ask<RoomOfPerson>('/rooms', 'POST', body, key)
export const takeEvent = (key: string, number: number, body: { event: Event; happened_on: string }) => ask<RoomOfPerson>(`/rooms/${number}/event`, 'POST', body, key)
export const giveBack = (key: string, number: number, body: { ended_on: string }) => ask<RoomOfPerson>(`/rooms/${number}/return`, 'POST', body, key)
export const signAgreement = (key: string, body: object) => ask<Agreement>('/agreements', 'POST', body, key)
export const endAgreement = (key: string, number: string, body: { ended_on: string }) => ask<Agreement>(`/agreements/${named(number)}/end`, 'POST', body, key)

type Format = 'docx' | 'pdf'
export const calculationAddress = (unit: string, format: Format) => `${base}/units/${named(unit)}/calculation.${format}`
export const paperAddress = (number: string, paper: 'agreement' | 'certificate', format: Format) => `${base}/agreements/${named(number)}/${paper}.${format}`

export const usePublications = () => useQuery({ queryKey: ['allocations', 'publications'], queryFn: () => ask<Items<Publication>>('/publications') })
export const recordPublication = (key: string, body: Omit<Publication, 'recorded_by'>) => ask<Publication>('/publications', 'POST', body, key)
export const publicationAddress = (year: number, format: Format | 'xlsx') => `${base}/publications/${year}.${format}`
