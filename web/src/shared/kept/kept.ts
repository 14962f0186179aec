// SPDX-License-Identifier: Apache-2.0
import { api, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { ApiProblem } from '@/shared/api/problem'

export type Saved = Contract<'SavedValue'>

/** A place on the server where a person keeps something under a name: how they like a table, what they typed. */
export interface Place {
  /** None where the server has no such place, or not for this person. */
  read: () => Promise<Tagged<Saved> | null>
  write: (value: unknown, etag: string) => Promise<Tagged<Saved>>
}
/** One that is emptied when it has served its purpose. */
export interface DraftPlace extends Place {
  clear: (etag: string) => Promise<Tagged<Saved>>
}

async function orNone(answer: Promise<Tagged<Saved>>): Promise<Tagged<Saved> | null> {
  try {
    return await answer
  } catch (failure) {
    if (failure instanceof ApiProblem && (failure.code === 'request.path_unknown' || failure.status === 403)) return null
    throw failure
  }
}

const named = (name: string) => ({ path: { name } })
const change = (name: string, etag: string) => ({ path: { name }, header: { 'If-Match': etag } })
const drafts = '/api/v1/identity/drafts/{name}'
const preferences = '/api/v1/identity/preferences/{name}'

export const draftPlace = (name: string): DraftPlace => ({
  read: () => orNone(tagged(api.GET(drafts, { params: named(name) }))),
  write: (value, etag) => tagged(api.PUT(drafts, { params: change(name, etag), body: { value } })),
  clear: (etag) => tagged(api.DELETE(drafts, { params: change(name, etag) })),
})

export const preferencePlace = (name: string): Place => ({
  read: () => orNone(tagged(api.GET(preferences, { params: named(name) }))),
  write: (value, etag) => tagged(api.PUT(preferences, { params: change(name, etag), body: { value } })),
})

/** Runs `work` once things have been quiet for a while; `now` runs it at once when it was due. */
export function quietly(work: () => Promise<void>, quietMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      void work()
    }, quietMs)
  }
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const now = async () => {
    if (timer === undefined) return
    cancel()
    await work()
  }
  return { later, now, cancel }
}
