// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, send, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { KeptEntry } from './count/entries'
import type { ExpectedRoom, IdleRoom, Lease, Reconciliation, ReconciliationKind, Stocktake, StocktakeRow } from './holdings'

const base = '/api/v1/holdings'

/** The server's interface of holdings; a refusal is thrown as an ApiProblem. */
export async function ask<T>(path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const request = new Request(`${globalThis.location.origin}${base}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return (await (await send(request)).json()) as T
}
export const named = (text: string) => encodeURIComponent(text)

export type OpenStocktake = Pick<StocktakeRow, 'code' | 'name'>
export async function openStocktakes(): Promise<OpenStocktake[]> {
  const { items } = await ask<Contract<'StocktakeList'>>('/stocktakes')
  return items.filter(({ closed_on }) => closed_on === null).map(({ code, name }) => ({ code, name }))
}
export async function expectedRooms(stocktake: string): Promise<ExpectedRoom[]> {
  return (await ask<Contract<'ExpectedRoomList'>>(`/stocktakes/${named(stocktake)}/rooms`)).items
}

/** Sends entries; each carries the id that was made on the device, under which the server counts it once. */
export async function postEntries(stocktake: string, entries: readonly KeptEntry[]): Promise<ReadonlyMap<string, string | null>> {
  const body = { entries: entries.map(({ id, entry }) => ({ id, ...entry })) }
  const { items } = await ask<Contract<'EntryVerdictList'>>(`/stocktakes/${named(stocktake)}/entries`, 'POST', body)
  return new Map(items.map(({ id, refusal }) => [id, refusal]))
}

export const useStocktakes = () => useQuery({ queryKey: ['holdings', 'stocktakes'], queryFn: () => ask<Contract<'StocktakeList'>>('/stocktakes') })
export const useStocktake = (code: string) => useQuery({ queryKey: ['holdings', 'stocktakes', code], queryFn: () => ask<Stocktake>(`/stocktakes/${named(code)}`) })
export const useStocktakeRooms = (code: string) => useQuery({ queryKey: ['holdings', 'stocktakes', code, 'rooms'], queryFn: () => expectedRooms(code) })
export const useReconciliation = (kind: () => ReconciliationKind) =>
  useQuery({ queryKey: computed(() => ['holdings', 'reconciliations', kind()]), queryFn: () => ask<Reconciliation>(`/reconciliations/${kind()}`) })
export const useIdleRooms = () => useQuery({ queryKey: ['holdings', 'idle'], queryFn: () => ask<Contract<'IdleRoomList'>>('/idle') })
export const useLeases = () => useQuery({ queryKey: ['holdings', 'leases'], queryFn: () => ask<Contract<'LeaseList'>>('/leases') })

const once = (key: string) => ({ 'Idempotency-Key': key })
export const openStocktake = (key: string, body: Contract<'NewStocktake'>) => ask<Stocktake>('/stocktakes', 'POST', body, once(key))
export const closeStocktake = (key: string, code: string) => ask<Stocktake>(`/stocktakes/${named(code)}/close`, 'POST', {}, once(key))

export type IdleDecision = Omit<Contract<'NewIdleDecision'>, 'building' | 'number'>
export const decideIdle = (key: string, room: Pick<IdleRoom, 'building' | 'number'>, body: IdleDecision) =>
  ask<IdleRoom>('/idle/decisions', 'POST', { building: room.building, number: room.number, ...body }, once(key))

export const addLease = (key: string, body: Contract<'NewLease'>) => ask<Lease>('/leases', 'POST', body, once(key))
const atLease = (lease: string) => ({ path: { lease } })
export const readLease = (code: string): Promise<Tagged<Lease>> => tagged(api.GET('/api/v1/holdings/leases/{lease}', { params: atLease(code) }))
export const changeLease = (code: string, etag: string, body: Contract<'LeaseChange'>): Promise<Tagged<Lease>> => tagged(api.PUT('/api/v1/holdings/leases/{lease}', { params: { ...atLease(code), header: { 'If-Match': etag } }, body }))

export const payIncome = (key: string, code: string, body: Contract<'NewLeaseIncome'>) => ask<Lease>(`/leases/${named(code)}/income`, 'POST', body, once(key))
