// SPDX-License-Identifier: Apache-2.0
import { api, tagged, type Tagged } from '@/shared/api/client'
import type { Kept } from '@/shared/api/pending'
import { ApiProblem } from '@/shared/api/problem'

/** A place on the server where a person keeps something under a name: what they typed, how they like a table. */
export interface Place {
  /** None where the server has no such place. */
  read: () => Promise<Tagged<Kept> | null>
  write: (content: Record<string, unknown>, etag: string) => Promise<Tagged<Kept>>
  clear: (etag: string) => Promise<Tagged<Kept>>
}

type Path = '/api/v1/identity/drafts/{name}' | '/api/v1/identity/preferences/{name}'

function placeOf(path: Path, name: string): Place {
  return {
    async read() {
      try {
        return await tagged(api.GET(path, { params: { path: { name } } }))
      } catch (failure) {
        if (failure instanceof ApiProblem && (failure.code === 'request.path_unknown' || failure.status === 403)) return null
        throw failure
      }
    },
    write: (content, etag) => tagged(api.PUT(path, { params: { path: { name }, header: { 'If-Match': etag } }, body: { content } })),
    clear: (etag) => tagged(api.DELETE(path, { params: { path: { name }, header: { 'If-Match': etag } } })),
  }
}

export const draftPlace = (name: string) => placeOf('/api/v1/identity/drafts/{name}', name)
export const preferencePlace = (name: string) => placeOf('/api/v1/identity/preferences/{name}', name)

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
