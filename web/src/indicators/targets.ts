// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import type { components } from '@/shared/api.gen'
import { api, got } from '@/shared/api/client'
import { t } from './words'

type Schemas = components['schemas']
export type Targets = Schemas['Targets']
export type TargetTable = Schemas['TargetTable']
export type Indicator = Schemas['IndicatorInForce']
export type Setting = Schemas['IndicatorSetting']
export type Support = Schemas['SupportingMeasure']
export type Goal = Schemas['Goal']
export type Measure = Schemas['Measure']
export type Reading = Schemas['TargetReading']

/** The promises of a year as they are in force on a day. */
export function useTargets(year: Ref<string | null>, on: Ref<string | undefined>) {
  const params = computed(() => ({ path: { year: year.value ?? '' }, query: { on: on.value } }))
  return useQuery({
    queryKey: computed(() => ['indicators', 'targets', params.value]),
    queryFn: () => got(api.GET('/api/v1/indicators/years/{year}/targets', { params: params.value })),
    enabled: computed(() => year.value !== null),
  })
}

/** Six cells in the order of the workbook (绩效指标.xlsx), as in `parts` below. */
export const measureParts = ['source', 'method', 'field', 'filter', 'numerator', 'period'] as const
export type MeasurePart = (typeof measureParts)[number]
export const indicatorParts = ['code', 'goal', 'level1', 'level2', 'name', 'sign', 'target', 'unit', 'weight'] as const

export const emptyMeasure: Required<Measure> = { source: '', method: '', field: '', filter: '', numerator: '', period: '' }
const isBlank = (measure: Measure) => measureParts.every((part) => (measure[part] ?? '') === '')
export const measureOrNone = (measure: Measure): Measure | null => (isBlank(measure) ? null : measure)

/** The parts of an indicator that a revision may change. */
export const parts = ['goal', 'level1', 'level2', 'name', 'sign', 'target', 'unit', 'weight', ...measureParts, 'definition'] as const
export type Part = (typeof parts)[number]

/** The words of the workbook and of the measure language are Chinese whatever the screen speaks: they are what is stored. */
export const wire = t.texts['zh-CN']

/** The server names a part as the workbook does, in Chinese whatever the screen speaks. */
export const wireName = (part: Part): string => wire[`part_${part}`]
export const partOf = (wire: string): Part | undefined => parts.find((part) => wireName(part) === wire)
export const partTitle = (wire: string): string => {
  const part = partOf(wire)
  return part ? t(`part_${part}`) : wire
}

/** What a part says in a setting, as it is written. */
export function valueOfPart(setting: Setting, part: Part): string {
  if ((measureParts as readonly string[]).includes(part)) return setting.measure?.[part as MeasurePart] ?? ''
  return (setting as unknown as Record<string, string | null | undefined>)[part] ?? ''
}
