// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { send } from '@/shared/api/client'
import type { Kept } from './count/outbox'
import type { ExpectedRoom, IdleRoom, IdleState, Lease, Reconciliation, ReconciliationKind, Stocktake, StocktakeRow } from './holdings'

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
interface Items<T> {
  items: T[]
}

export type OpenStocktake = Pick<StocktakeRow, 'code' | 'name'>
export async function openStocktakes(): Promise<OpenStocktake[]> {
  const { items } = await ask<Items<StocktakeRow>>('/stocktakes')
  return items.filter(({ closed_on }) => closed_on === null).map(({ code, name }) => ({ code, name }))
}
export async function expectedRooms(stocktake: string): Promise<ExpectedRoom[]> {
  return (await ask<Items<ExpectedRoom>>(`/stocktakes/${named(stocktake)}/rooms`)).items
}

interface Verdict {
  id: string
  /** null: it was taken, now or before. */
  refusal: string | null
}
/** Sends entries; each carries the id that was made on the device, under which the server counts it once. */
export async function postEntries(stocktake: string, entries: readonly Kept[]): Promise<ReadonlyMap<string, string | null>> {
  const body = { entries: entries.map(({ id, entry }) => ({ id, ...entry })) }
  const { items } = await ask<Items<Verdict>>(`/stocktakes/${named(stocktake)}/entries`, 'POST', body)
  return new Map(items.map(({ id, refusal }) => [id, refusal]))
}

export const useStocktakes = () => useQuery({ queryKey: ['holdings', 'stocktakes'], queryFn: () => ask<Items<StocktakeRow>>('/stocktakes') })
export const useStocktake = (code: string) => useQuery({ queryKey: ['holdings', 'stocktakes', code], queryFn: () => ask<Stocktake>(`/stocktakes/${named(code)}`) })
export const useReconciliation = (kind: () => ReconciliationKind) =>
  useQuery({ queryKey: computed(() => ['holdings', 'reconciliations', kind()]), queryFn: () => ask<Reconciliation>(`/reconciliations/${kind()}`) })
export const useIdleRooms = () => useQuery({ queryKey: ['holdings', 'idle'], queryFn: () => ask<Items<IdleRoom> & { days: number }>('/idle') })
export const useLeases = () => useQuery({ queryKey: ['holdings', 'leases'], queryFn: () => ask<Items<Lease> & { warning_days: number }>('/leases') })

export interface NewStocktake {
  code: string
  name: string
  opened_on: string
  buildings: string[]
}
const once = (key: string) => ({ 'Idempotency-Key': key })
export const openStocktake = (key: string, body: NewStocktake) => ask<Stocktake>('/stocktakes', 'POST', body, once(key))
export const closeStocktake = (key: string, code: string) => ask<Stocktake>(`/stocktakes/${named(code)}/close`, 'POST', {}, once(key))

export interface IdleDecision {
  state: IdleState
  unit: string | null
  day: string
  document: string
}
export const decideIdle = (key: string, room: Pick<IdleRoom, 'building' | 'number'>, body: IdleDecision) =>
  ask<IdleRoom>('/idle/decisions', 'POST', { building: room.building, number: room.number, ...body }, once(key))

export type NewLease = Omit<Lease, 'days_left' | 'yearly_per_m2' | 'income_due' | 'income_paid' | 'version'>
export const addLease = (key: string, body: NewLease) => ask<Lease>('/leases', 'POST', body, once(key))
/** The version that was seen goes with it: another one is refused. */
export const changeLease = (key: string, { code, version }: Pick<Lease, 'code' | 'version'>, { code: _, ...body }: NewLease) =>
  ask<Lease>(`/leases/${named(code)}/changes`, 'POST', { ...body, version }, once(key))

export interface NewIncome {
  paid_on: string
  amount: string
  document: string
}
export const payIncome = (key: string, code: string, body: NewIncome) => ask<Lease>(`/leases/${named(code)}/income`, 'POST', body, once(key))
