// SPDX-License-Identifier: Apache-2.0
import { computed, onScopeDispose, ref, shallowReactive, watch, type Ref } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { askMeasure, recordsOf, type MeasureAnswer, type MeasureQuestion } from '@/shared/figure/liveFigure'
import type { FactRecord } from '@/shared/figure/factOfRun'
import { useList } from '@/shared/table/useList'
import { isComplete } from './measure'
import type { Measure } from './targets'

const quietMs = 400

/** The live answer of a measure that somebody is writing, and its records. Asked once typing pauses. */
export function useMeasure(year: Ref<string | null>, on: Ref<string | undefined>, measure: Ref<Required<Measure>>, unit: Ref<string>) {
  const asked = ref<MeasureQuestion | null>(null)
  const answers = shallowReactive(new Map<string, MeasureAnswer>())
  let timer: ReturnType<typeof setTimeout> | undefined

  const question = computed<MeasureQuestion | null>(() => (isComplete(measure.value) ? { measure: { ...measure.value }, unit: unit.value.trim() || null, on: on.value ?? null } : null))
  const name = computed(() => JSON.stringify([year.value, asked.value]))
  watch([() => JSON.stringify(question.value), year], () => {
    clearTimeout(timer)
    timer = setTimeout(() => (asked.value = question.value), asked.value === null ? 0 : quietMs)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  const list = useList<FactRecord>(computed(() => ['indicators', 'measure', name.value]), async (cursor) => {
    if (!asked.value || year.value === null) return { items: [], next: null }
    const key = name.value
    const answer = await askMeasure(year.value, asked.value, cursor)
    if (cursor === undefined) answers.set(key, answer)
    return { items: recordsOf(answer), next: answer.next }
  })

  const answer = computed(() => answers.get(name.value) ?? null)
  const problem = computed(() => (list.error.value instanceof ApiProblem ? list.error.value : null))
  const isAsking = computed(() => list.isFetching.value || JSON.stringify(question.value) !== JSON.stringify(asked.value))
  return { answer, list, problem, isAsking }
}
