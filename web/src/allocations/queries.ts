// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got, tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { PersonFilter } from './persons'

const base = '/api/v1/allocations'
const once = (key: string) => ({ 'Idempotency-Key': key })

export const useUnits = () => useQuery({ queryKey: ['allocations', 'units'], queryFn: () => got(api.GET(`${base}/units`)) })
export const useUnit = (unit: string) => useQuery({ queryKey: ['allocations', 'units', unit], queryFn: () => got(api.GET(`${base}/units/{unit}`, { params: { path: { unit } } })) })
export const useStandard = () => useQuery({ queryKey: ['allocations', 'standard'], queryFn: () => got(api.GET(`${base}/standards`)) })
export const useRoomUses = (filter: () => PersonFilter) =>
  useQuery({ queryKey: computed(() => ['allocations', 'persons', filter()]), queryFn: async () => (await got(api.GET(`${base}/rooms`, { params: { query: filter() } }))).items })
export const useOverPersons = () => useQuery({ queryKey: ['allocations', 'persons', 'over'], queryFn: () => got(api.GET(`${base}/persons`, { params: { query: { over: true } } })) })
export const useDue = () => useQuery({ queryKey: ['allocations', 'due'], queryFn: () => got(api.GET(`${base}/due`)) })
export const useAgreements = () => useQuery({ queryKey: ['allocations', 'agreements'], queryFn: () => got(api.GET(`${base}/agreements`)) })
export const useAgreement = (agreement: string) =>
  useQuery({ queryKey: ['allocations', 'agreements', agreement], queryFn: () => got(api.GET(`${base}/agreements/{agreement}`, { params: { path: { agreement } } })) })
export const usePublications = () => useQuery({ queryKey: ['allocations', 'publications'], queryFn: () => got(api.GET(`${base}/publications`)) })

export const recordUnit = (key: string, body: Contract<'NewAllocationUnit'>) => got(api.POST(`${base}/units`, { params: { header: once(key) }, body }))
export const readUnit = (unit: string) => tagged(api.GET(`${base}/units/{unit}`, { params: { path: { unit } } }))
export const changeUnit = (unit: string, etag: string, body: Contract<'AllocationUnitChange'>) => tagged(api.PUT(`${base}/units/{unit}`, { params: { path: { unit }, header: { 'If-Match': etag } }, body }))
export const giveRoom = (key: string, body: Contract<'NewPersonRoom'>) => got(api.POST(`${base}/rooms`, { params: { header: once(key) }, body }))
export const takeEvent = (key: string, use: number, body: Contract<'PersonEvent'>) => got(api.POST(`${base}/rooms/{use}/event`, { params: { path: { use }, header: once(key) }, body }))
export const giveBack = (key: string, use: number, body: Contract<'RoomReturn'>) => got(api.POST(`${base}/rooms/{use}/return`, { params: { path: { use }, header: once(key) }, body }))
export const signAgreement = (key: string, body: Contract<'NewAgreement'>) => got(api.POST(`${base}/agreements`, { params: { header: once(key) }, body }))
export const endAgreement = (key: string, agreement: string, body: Contract<'AgreementEnd'>) => got(api.POST(`${base}/agreements/{agreement}/end`, { params: { path: { agreement }, header: once(key) }, body }))
export const recordPublication = (key: string, body: Contract<'NewPublication'>) => got(api.POST(`${base}/publications`, { params: { header: once(key) }, body }))

type Format = 'docx' | 'pdf'
export const calculationAddress = (unit: string, format: Format) => `${base}/units/${encodeURIComponent(unit)}/calculation.${format}`
export const paperAddress = (agreement: string, paper: 'agreement' | 'certificate', format: Format) => `${base}/agreements/${encodeURIComponent(agreement)}/${paper}.${format}`
export const publicationAddress = (year: number, format: Format | 'xlsx') => `${base}/publications/${year}.${format}`
