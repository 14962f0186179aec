// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, shallowReactive, type Ref } from 'vue'
import { api, got } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import type { Reading } from './targets'

export interface TargetText {
  target: string
  unit: string
  sign: string
}

const quietMs = 300
// What the server takes at once.
const most = 200

/**
 * How targets are understood. What is not known yet is asked for together once typing pauses; meanwhile the reading is
 * null, and it stays null where the server cannot be asked: it is a help, the grid goes on without it.
 */
export function useReadings(year: Ref<string | null>) {
  const known = shallowReactive(new Map<string, Reading>())
  const waiting = new Map<string, TargetText>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const keyOf = ({ target, unit, sign }: TargetText) => `${year.value ?? ''}\t${target}\t${unit}\t${sign}`

  async function ask(): Promise<void> {
    const asked = [...waiting].slice(0, most)
    if (asked.length === 0) return
    for (const [key] of asked) waiting.delete(key)
    try {
      const { items } = await got(api.POST('/api/v1/indicators/target-readings', { body: { year: Number(year.value), items: asked.map(([, text]) => text) } }))
      for (const [index, [key]] of asked.entries()) if (items[index]) known.set(key, items[index])
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
    }
    if (waiting.size > 0) later()
  }

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), quietMs)
  }

  /** Reading of a target; asks for it when it is not known. */
  function readingOf(text: TargetText): Reading | null {
    const trimmed = { target: text.target.trim(), unit: text.unit.trim(), sign: text.sign.trim() }
    if (trimmed.target === '') return null
    const key = keyOf(trimmed)
    const found = known.get(key)
    if (found) return found
    if (!waiting.has(key)) {
      waiting.set(key, trimmed)
      later()
    }
    return null
  }

  onScopeDispose(() => clearTimeout(timer))
  return { readingOf }
}
