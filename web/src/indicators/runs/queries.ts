// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'

export type Run = Contract<'Run'>
export type RunSummary = Contract<'RunSummary'>
export type RunRow = Contract<'RunRow'>
export type RunFinding = Contract<'RunFinding'>
export type Indicator = Contract<'IndicatorInForce'>
export type Missing = Contract<'MissingThing'>
export type Evidence = Contract<'Evidence'>

// Begins with the slice's name, so that useFresh('indicators') asks for all of it anew.
export const keyOf = (...of: readonly string[]) => ['indicators', 'self-evaluation', ...of] as const
type Text = Readonly<Ref<string>>

/** Asks while `of` is not empty. */
function useAsked<T>(name: string, of: Text, ask: (of: string) => Promise<T>) {
  return useQuery({ queryKey: computed(() => keyOf(name, of.value)), queryFn: () => ask(of.value), enabled: computed(() => of.value !== '') })
}

export const useIndicators = (year: Text) =>
  useAsked('targets', year, async (of) => (await got(api.GET('/api/v1/indicators/years/{year}/targets', { params: { path: { year: of } } }))).indicators)

export const useRuns = (year: Text) =>
  useAsked('runs', year, async (of) => (await got(api.GET('/api/v1/indicators/years/{year}/runs', { params: { path: { year: of } } }))).items)

export const useRun = (run: Text) => useAsked('run', run, (of) => got(api.GET('/api/v1/indicators/runs/{run}', { params: { path: { run: of } } })))

/** What the year still lacks, for the marks beside the indicators. */
export const useMissing = (year: Text) =>
  useAsked('missing', year, async (of) => (await got(api.GET('/api/v1/indicators/years/{year}/desk', { params: { path: { year: of } } }))).missing)

export const useEvidence = (year: Text) =>
  useAsked('evidence', year, async (of) => (await got(api.GET('/api/v1/indicators/years/{year}/evidence', { params: { path: { year: of } } }))).items)

export const useRuleSets = () =>
  useQuery({ queryKey: keyOf('rule-sets'), queryFn: async () => (await got(api.GET('/api/v1/indicators/rule-sets'))).items, staleTime: Infinity })

/** After something was done here; pages themselves hear of it, and of what others do, by useFresh('indicators'). */
export function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['indicators'] })
}
