// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { RequestState } from './requests'

const base = '/api/v1/allocations/requests'
const params = (key: string, request: string) => ({ path: { request }, header: { 'Idempotency-Key': key } })

export const useRequests = (filter: () => { unit?: string; state?: RequestState }) =>
  useQuery({ queryKey: computed(() => ['allocations', 'requests', filter()]), queryFn: async () => (await got(api.GET(base, { params: { query: filter() } }))).items })
export const useRequest = (request: string) =>
  useQuery({ queryKey: ['allocations', 'requests', request], queryFn: () => got(api.GET(`${base}/{request}`, { params: { path: { request } } })) })
export const useFreeRooms = (request: string) =>
  useQuery({ queryKey: ['allocations', 'requests', request, 'rooms'], queryFn: async () => (await got(api.GET(`${base}/{request}/rooms`, { params: { path: { request } } }))).items })

export const askForOffices = (key: string, body: Contract<'NewAllocationRequest'>) => got(api.POST(base, { params: { header: { 'Idempotency-Key': key } }, body }))
export const takeStep = (key: string, request: string, body: Contract<'NewAllocationStep'>) => got(api.POST(`${base}/{request}/steps`, { params: params(key, request), body }))
export const settle = (key: string, request: string, body: Contract<'NewAllocationSettlement'>) => got(api.POST(`${base}/{request}/settlement`, { params: params(key, request), body }))
