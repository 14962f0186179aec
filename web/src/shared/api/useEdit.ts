// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef, type Ref } from 'vue'
import type { Tagged } from './client'
import { clashes, merged, type Clash, type Side } from './merge'
import { type ApiProblem, asProblem } from './problem'

export interface Conflict<T> {
  clashes: Clash<T>[]
  theirs: T
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/**
 * A thing that is read, edited and saved with `If-Match`. When somebody changed it meanwhile (412), their state is read
 * and `conflict` opens the dialog (ConflictDialog.vue): nothing is ever overwritten in silence.
 */
export function useEdit<T extends object>(server: {
  read: () => Promise<Tagged<T>>
  write: (value: T, etag: string) => Promise<Tagged<T>>
}) {
  const base = shallowRef<Tagged<T> | null>(null)
  const form = ref(null) as Ref<T | null>
  const busy = ref(false)
  const problem = shallowRef<ApiProblem | null>(null)
  const conflict = shallowRef<Conflict<T> | null>(null)
  const isDirty = computed(() => base.value !== null && JSON.stringify(form.value) !== JSON.stringify(base.value.value))

  function take(state: Tagged<T>): void {
    base.value = state
    form.value = copy(state.value)
  }

  async function guarded(work: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = null
    try {
      await work()
      return true
    } catch (failure) {
      problem.value = asProblem(failure)
      return false
    } finally {
      busy.value = false
    }
  }

  const load = () => guarded(async () => take(await server.read()))

  /** True when it was saved; false when it was refused (`problem`) or clashed (`conflict`). */
  async function save(): Promise<boolean> {
    let isSaved = false
    await guarded(async () => {
      if (!base.value || !form.value) return
      try {
        take(await server.write(form.value, base.value.etag))
        isSaved = true
      } catch (failure) {
        const known = asProblem(failure)
        if (known.status !== 412) throw known
        const theirs = await server.read()
        conflict.value = { clashes: clashes(base.value.value, form.value, theirs.value), theirs: theirs.value }
        latest = theirs
      }
    })
    return isSaved
  }

  let latest: Tagged<T> | null = null

  /** After the dialog: the form goes on from their state, with mine where I chose it. It is not saved yet. */
  function settle(choices: Partial<Record<keyof T, Side>>): void {
    if (!base.value || !form.value || !latest) return
    form.value = copy(merged(base.value.value, form.value, latest.value, choices))
    base.value = latest
    conflict.value = null
  }

  return { form, busy, problem, conflict, isDirty, load, save, settle, take }
}
