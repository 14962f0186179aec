// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { preferencePlace, quietly, type Place } from './kept'

const quietMs = 1000

/**
 * How a person likes something (a table's columns, the screen), kept on the server under a name. `read` makes a valid
 * value of whatever is stored. Where it cannot be kept, it holds until the page is left: a liking is no reason to
 * trouble anybody with a message.
 */
export function usePreference<T extends object>(name: string, read: (stored: unknown) => T, place: Place = preferencePlace(name)) {
  const value = ref(read(null)) as Ref<T>
  let etag: string | null = null
  let last = JSON.stringify(value.value)
  const saving = quietly(keep, quietMs)

  async function keep(): Promise<void> {
    const text = JSON.stringify(value.value)
    if (etag === null || text === last) return
    try {
      etag = (await place.write(JSON.parse(text), etag)).etag
      last = text
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      // Changed in another window: theirs stays until something is changed here again.
      if (failure.status === 412) etag = (await place.read().catch(() => null))?.etag ?? null
    }
  }

  async function load(): Promise<void> {
    try {
      const found = await place.read()
      etag = found?.etag ?? null
      if (found && found.value.value !== null) value.value = read(found.value.value)
      last = JSON.stringify(value.value)
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
    }
  }

  watch(value, saving.later, { deep: true })
  onScopeDispose(() => void saving.now())
  return { value, load, flush: saving.now }
}
