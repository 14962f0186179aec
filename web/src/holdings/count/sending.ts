// SPDX-License-Identifier: Apache-2.0
import { ApiProblem } from '@/shared/api/problem'
import type { Kept } from './outbox'

/** The most entries that go with one request. */
export const batchSize = 100

/** What the server says of one entry: null when it has it. */
export type Verdicts = ReadonlyMap<string, string | null>
export type Post = (stocktake: string, entries: readonly Kept[]) => Promise<Verdicts>
/** Why sending stopped before its end. */
export type Halt = 'offline' | 'signed_out' | 'server' | null

const judged = (entry: Kept, says: string | null): Kept => (says === null ? { ...entry, state: 'sent', says: '' } : { ...entry, state: 'refused', says })

/** The entries that the server's pointers are about: /entries/3/unit. */
function refusedIn(problem: ApiProblem): Map<number, string> {
  const found = new Map<number, string>()
  for (const { pointer, message } of problem.errors) {
    const at = /^\/entries\/(\d+)(\/|$)/.exec(pointer)?.[1]
    if (at !== undefined && !found.has(Number(at))) found.set(Number(at), message)
  }
  return found
}

function haltOf(problem: ApiProblem): Halt {
  if (problem.status === 401) return 'signed_out'
  if (problem.status === 0) return 'offline'
  return problem.isPassing || problem.status >= 500 ? 'server' : null
}

/** One batch: each of its entries judged, or the reason why nothing is known of them and they stay as they are. */
async function sendBatch(batch: readonly Kept[], post: Post): Promise<Kept[] | Halt> {
  try {
    const verdicts = await post(batch[0]?.stocktake ?? '', batch)
    // An entry that the answer does not name is not known to be there: it goes again.
    return batch.flatMap((entry) => (verdicts.has(entry.id) ? [judged(entry, verdicts.get(entry.id) ?? null)] : []))
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure
    const halt = haltOf(failure)
    if (halt !== null) return halt
    const refused = refusedIn(failure)
    if (refused.size === 0) return batch.map((entry) => judged(entry, failure.detail))
    // The others were not taken either, and are right: they go again without these.
    const wrong = batch.flatMap((entry, index) => (refused.has(index) ? [judged(entry, refused.get(index) ?? failure.detail)] : []))
    const right = batch.filter((_, index) => !refused.has(index))
    const rest = right.length === 0 ? [] : await sendBatch(right, post)
    return Array.isArray(rest) ? [...wrong, ...rest] : wrong
  }
}

export function batchesOf(entries: readonly Kept[]): Kept[][] {
  const batches: Kept[][] = []
  for (const stocktake of new Set(entries.map((entry) => entry.stocktake))) {
    const ours = entries.filter((entry) => entry.stocktake === stocktake)
    for (let at = 0; at < ours.length; at += batchSize) batches.push(ours.slice(at, at + batchSize))
  }
  return batches
}

/**
 * Sends what waits, and keeps each batch's verdicts before the next one goes. An answer that got lost costs nothing: the same
 * ids go again and the server knows them.
 */
export async function sendWaiting(waiting: readonly Kept[], post: Post, keep: (judged: Kept[]) => Promise<void>): Promise<Halt> {
  for (const batch of batchesOf(waiting.filter(({ state }) => state === 'waiting'))) {
    const result = await sendBatch(batch, post)
    if (!Array.isArray(result)) return result
    await keep(result)
  }
  return null
}
