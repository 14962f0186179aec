// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, got } from '@/shared/api/client'
import { today } from '@/shared/dates'

/** The year that was looked at last; the next page of the slice begins with it. */
const last = ref<number | null>(null)

/** What the address says if that year is open, else the last one, this one, the newest; null when no year is open. */
export function yearOf(written: unknown, lastOne: number | null, years: readonly number[], now = Number(today().slice(0, 4))): number | null {
  const wanted = [typeof written === 'string' ? Number(written) : null, lastOne, now]
  return wanted.find((year) => year !== null && years.includes(year)) ?? (years.length > 0 ? Math.max(...years) : null)
}

/** The fiscal year of a page, kept in its address: back, refresh and a link sent to somebody show the same year. */
export function useYear() {
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  const { data, error, refetch } = useQuery({ queryKey: ['budget', 'years'], queryFn: () => got(api.GET('/api/v1/budget/years')) })
  const years = computed(() => data.value?.items.map(({ year }) => year).sort((a, b) => b - a))
  const year = computed(() => (years.value ? yearOf(route.query.year, last.value, years.value) : null))

  watch(year, (now) => {
    if (now === null) return
    last.value = now
    // While the page is being left, the address is already the next one's.
    if (route.path === path && route.query.year !== String(now)) void router.replace({ query: { ...route.query, year: String(now) } })
  }, { immediate: true })

  const choose = (next: number) => router.push({ query: { ...route.query, year: String(next) } })
  return { years, year, error, refetch, choose }
}
