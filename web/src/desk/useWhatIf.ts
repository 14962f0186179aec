// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose, reactive, ref, shallowRef, watch, type Ref } from 'vue'
import { api, got } from '@/shared/api/client'
import { asProblem, type ApiProblem } from '@/shared/api/problem'
import type { components } from '@/shared/api.gen'

export type WhatIf = components['schemas']['WhatIf']

const quietMs = 400

/** Figures that a person supposes, and what the score would be with them. Asked once typing pauses; nothing is stored. */
export function useWhatIf(year: Ref<string | null>, on: Ref<string | undefined>) {
  const figures = reactive<Record<string, string>>({})
  const adjusted = ref('')
  const executed = ref('')
  const answer = shallowRef<WhatIf | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  /** What is wrong with a figure, by code. */
  const wrong = shallowRef<Record<string, string>>({})
  const isWaiting = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const supposed = () => Object.entries(figures).filter(([, value]) => value.trim() !== '').map(([code, value]) => ({ code, value: value.trim() }))

  function refuse(refusal: ApiProblem, sent: { code: string }[]): void {
    const entries = refusal.errors.flatMap(({ pointer, message }) => {
      const code = sent[Number(/^\/figures\/(\d+)\//.exec(pointer)?.[1] ?? Number.NaN)]?.code
      return code === undefined ? [] : [[code, message] as const]
    })
    wrong.value = Object.fromEntries(entries)
    problem.value = entries.length === 0 ? refusal : null
  }

  async function ask(): Promise<void> {
    const mine = ++asked
    const sent = supposed()
    if (year.value === null || (sent.length === 0 && adjusted.value === '' && executed.value === '')) {
      isWaiting.value = false
      return
    }
    const body = { on: on.value ?? null, figures: sent, adjusted: adjusted.value || null, executed: executed.value || null }
    try {
      const given = await got(api.POST('/api/v1/indicators/years/{year}/what-if', { params: { path: { year: year.value } }, body }))
      // A later question was asked meanwhile; its answer counts.
      if (mine === asked) answer.value = given
    } catch (failure) {
      if (mine === asked) refuse(asProblem(failure), sent)
    } finally {
      if (mine === asked) isWaiting.value = false
    }
  }

  function changed(): void {
    clearTimeout(timer)
    answer.value = null
    problem.value = null
    wrong.value = {}
    isWaiting.value = true
    timer = setTimeout(() => void ask(), quietMs)
  }

  function reset(): void {
    for (const code of Object.keys(figures)) figures[code] = ''
    adjusted.value = executed.value = ''
  }

  watch([figures, adjusted, executed], changed)
  watch([year, on], reset)
  onScopeDispose(() => clearTimeout(timer))
  return { figures, adjusted, executed, answer, problem, wrong, isWaiting, reset }
}
