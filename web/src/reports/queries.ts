// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { useEvents } from '@/shared/api/events'
import { isAbout, useFresh } from '@/shared/api/fresh'

export type Preview = Contract<'ReportPreview'>
export type Block = Contract<'ReportBlock'>
export type ReportTable = Contract<'ReportTable'>
export type TextRun = Contract<'ReportRun'>
export type ReportFact = Contract<'ReportFact'>
export type Finding = Contract<'ReportFinding'>
export type Section = Contract<'ReportSection'>
export type RunSummary = Contract<'RunSummary'>

const root = 'reports'
type Text = Readonly<Ref<string>>

export const useRuns = (year: Text) =>
  useQuery({
    queryKey: computed(() => [root, 'runs', year.value]),
    queryFn: async () => (await got(api.GET('/api/v1/indicators/years/{year}/runs', { params: { path: { year: year.value } } }))).items,
    enabled: computed(() => year.value !== ''),
  })

/** The report as it would be rendered now; the old one stays while a new one is asked for. */
export const usePreview = (year: Text, run: Text, date: Text) =>
  useQuery({
    queryKey: computed(() => [root, 'preview', year.value, run.value, date.value]),
    queryFn: () => got(api.GET('/api/v1/reports/years/{year}/preview', {
      params: { path: { year: year.value }, query: { run: run.value || undefined, date: date.value || undefined } },
    })),
    enabled: computed(() => year.value !== ''),
    placeholderData: keepPreviousData,
  })

export const useSections = (year: Text) =>
  useQuery({
    queryKey: computed(() => [root, 'sections', year.value]),
    queryFn: async () => (await got(api.GET('/api/v1/reports/years/{year}/sections', { params: { path: { year: year.value } } }))).items,
    enabled: computed(() => year.value !== ''),
  })

export function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [root] })
}

/** A report is another one when somebody wrote a section, and when the year was evaluated again. */
export function useFreshReport(): void {
  const refresh = useFresh(root)
  useEvents('change', (event) => {
    if (isAbout(event, 'indicators')) void refresh()
  })
}
