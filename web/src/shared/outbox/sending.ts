// SPDX-License-Identifier: Apache-2.0
import { ApiProblem } from '@/shared/api/problem'
import type { Kept } from './outbox'

/** What the server says of one entry: null when it has it. */
export type Verdicts = ReadonlyMap<string, string | null>
/** How what was kept goes to the server: what goes with one request, at most how many of it, and the request. */
export interface Way<K extends Kept> {
  groupOf: (kept: K) => string
  /** What was noted first goes first: the browser keeps no order. */
  order: (a: K, b: K) => number
  batchSize: number
  post: (entries: readonly K[]) => Promise<Verdicts>
}
/** Why sending stopped before its end. */
export type Halt = 'offline' | 'signed_out' | 'server' | null

const judged = <K extends Kept>(entry: K, says: string | null): K => (says === null ? { ...entry, state: 'sent', says: '' } : { ...entry, state: 'refused', says })

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
async function sendBatch<K extends Kept>(batch: readonly K[], post: Way<K>['post']): Promise<K[] | Halt> {
  try {
    const verdicts = await post(batch)
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

export function batchesOf<K extends Kept>(entries: readonly K[], { groupOf, batchSize }: Way<K>): K[][] {
  const batches: K[][] = []
  for (const group of new Set(entries.map(groupOf))) {
    const ours = entries.filter((entry) => groupOf(entry) === group)
    for (let at = 0; at < ours.length; at += batchSize) batches.push(ours.slice(at, at + batchSize))
  }
  return batches
}

/**
 * Sends what waits, and keeps each batch's verdicts before the next one goes. An answer that got lost costs nothing: the same
 * ids go again and the server knows them.
 */
export async function sendWaiting<K extends Kept>(waiting: readonly K[], way: Way<K>, keep: (judged: K[]) => Promise<void>): Promise<Halt> {
  for (const batch of batchesOf(waiting.filter(({ state }) => state === 'waiting').sort(way.order), way)) {
    const result = await sendBatch(batch, way.post)
    if (!Array.isArray(result)) return result
    await keep(result)
  }
  return null
}
