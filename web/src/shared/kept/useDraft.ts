// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { draftPlace, quietly, type DraftPlace } from './kept'

export type DraftState =
  | 'none' // nothing was typed, or the server keeps no drafts
  | 'waiting' // typed, not kept yet
  | 'kept'
  | 'failed' // could not be kept; tried again with the next change
  | 'elsewhere' // another window keeps the same draft; nothing is kept until the person decides

const quietMs = 1000

/**
 * Keeps what is typed into a form on the server, so that neither a closed window nor an ended session loses it. Call
 * start() once the form has its first content; restoredAt says when what was found there was kept. done() after the form
 * was sent. The form is a plain object of JSON values.
 */
export function useDraft<T extends object>(name: string, form: Ref<T>, place: DraftPlace = draftPlace(name)) {
  const state = ref<DraftState>('none')
  const keptAt = ref<string | null>(null)
  const restoredAt = ref<string | null>(null)
  let etag: string | null = null
  let isStarted = false
  let first = ''
  let last = ''
  const saving = quietly(keep, quietMs)

  async function keep(): Promise<void> {
    const text = JSON.stringify(form.value)
    if (text === last || state.value === 'elsewhere') return
    try {
      etag ??= (await place.read())?.etag ?? null
      if (etag === null) return
      const kept = await place.write(JSON.parse(text), etag)
      etag = kept.etag
      last = text
      keptAt.value = kept.value.saved_at
      state.value = JSON.stringify(form.value) === text ? 'kept' : 'waiting'
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      state.value = failure.status === 412 ? 'elsewhere' : 'failed'
    }
  }

  async function start(): Promise<void> {
    first = last = JSON.stringify(form.value)
    try {
      const found = await place.read()
      if (!found) return
      etag = found.etag
      if (found.value.value === null) return
      restoredAt.value = keptAt.value = found.value.saved_at
      last = JSON.stringify(found.value.value)
      form.value = found.value.value as T
      state.value = 'kept'
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      state.value = 'failed'
    } finally {
      isStarted = true
    }
  }

  function changed(): void {
    if (!isStarted || JSON.stringify(form.value) === last || state.value === 'elsewhere') return
    state.value = 'waiting'
    saving.later()
  }

  async function forget(): Promise<void> {
    saving.cancel()
    restoredAt.value = keptAt.value = null
    last = JSON.stringify(form.value)
    state.value = 'none'
    if (etag === null) return
    try {
      etag = (await place.clear(etag)).etag
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      // A draft that stays behind is offered again and can be discarded then.
      etag = (await place.read().catch(() => null))?.etag ?? null
    }
  }

  /** Back to what the form was before the draft came into it. */
  async function discard(): Promise<void> {
    form.value = JSON.parse(first) as T
    await forget()
  }

  /** What is in this window holds, not what another one kept. */
  async function keepMine(): Promise<void> {
    etag = (await place.read())?.etag ?? null
    last = ''
    state.value = 'waiting'
    await keep()
  }

  watch(form, changed, { deep: true })
  onScopeDispose(() => void saving.now())
  return { state, keptAt, restoredAt, start, discard, keepMine, done: forget, flush: saving.now }
}
