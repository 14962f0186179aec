// SPDX-License-Identifier: Apache-2.0
import { ApiProblem } from '@/shared/api/problem'
import type { Kept, Shelf } from './kept'

/** What became of one answer: the server has it, will never take it (with its sentence), or cannot be asked now. */
export type Verdict = { is: 'sent' } | { is: 'refused'; says: string } | { is: 'waiting'; afterMs: number | null }
export type Post = (answer: Kept) => Promise<unknown>

function verdictOf(failure: unknown): Verdict {
  // A page of a Wi-Fi that wants to be signed in to answers in the server's place; it is no answer of ours.
  if (failure instanceof SyntaxError) return { is: 'waiting', afterMs: null }
  if (!(failure instanceof ApiProblem)) throw failure
  if (failure.isPassing || failure.status >= 500 || failure.code === 'client.foreign_answer') return { is: 'waiting', afterMs: failure.retryAfter === null ? null : failure.retryAfter * 1000 }
  return { is: 'refused', says: failure.detail }
}

/** Sends one answer. Only once the server has judged it, it leaves the phone; an answer that got lost is asked for with the same id again. */
export async function sendOne(answer: Kept, post: Post, shelf: Shelf): Promise<Verdict> {
  let verdict: Verdict = { is: 'sent' }
  try {
    await post(answer)
  } catch (failure) {
    verdict = verdictOf(failure)
  }
  if (verdict.is !== 'waiting') shelf.remove(answer.id)
  return verdict
}
