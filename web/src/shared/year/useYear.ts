// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, got } from '@/shared/api/client'
import { today } from '@/shared/dates'

/** Which years there are to look at: those with promises, or those whose budget is open. */
export type YearsOf = 'indicators' | 'budget'

const asked: Record<YearsOf, () => Promise<{ items: { year: number }[] }>> = {
  indicators: () => got(api.GET('/api/v1/indicators/years')),
  budget: () => got(api.GET('/api/v1/budget/years')),
}

/** The year that was looked at last; the next page begins with it. */
const last = ref<string | null>(null)

interface Known {
  written: unknown
  last: string | null
  years: readonly number[]
  now?: string
}

/**
 * What the address says, else the last one, this one, the newest, each only where it is one of `years`. Promises are made for
 * any year, so there the address is always right and this year is where there is none; a budget that is not open is null.
 */
export function yearOf(of: YearsOf, { written, last: before, years, now = today() }: Known): string | null {
  const isOne = (year: string | null): year is string => year !== null && years.includes(Number(year))
  const address = typeof written === 'string' && /^\d{4}$/.test(written) ? written : null
  if (of === 'indicators' && address !== null) return address
  const current = now.slice(0, 4)
  const newest = years.length > 0 ? String(Math.max(...years)) : null
  return [address, before, current].find(isOne) ?? newest ?? (of === 'indicators' ? current : null)
}

/**
 * The fiscal year that a page is about, and the day of it that is looked at, kept in the address: back, refresh and a link
 * sent to somebody show the same. `year` is null until the server said which years there are.
 */
export function useYear(of: YearsOf = 'indicators') {
  const route = useRoute()
  const router = useRouter()
  const { path } = route
  const query = useQuery({ queryKey: [of, 'years'], queryFn: asked[of] })
  const years = computed(() => query.data.value?.items.map((one) => one.year))

  const year = computed(() => {
    const written = route.query.year
    if (years.value) return yearOf(of, { written, last: last.value, years: years.value })
    return of === 'indicators' && typeof written === 'string' && /^\d{4}$/.test(written) ? written : null
  })
  /** A day of that year, or undefined: today. */
  const on = computed(() => {
    const day = route.query.on
    return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && day.slice(0, 4) === year.value ? day : undefined
  })
  const choices = computed(() => [...new Set([...(years.value ?? []).map(String), ...(year.value ? [year.value] : [])])].sort().reverse())

  const queryWith = (next: { year?: string; on?: string }) => {
    const others = Object.entries(route.query).filter(([name]) => name !== 'year' && name !== 'on')
    const mine = Object.entries({ year: next.year ?? year.value ?? '', on: next.on ?? '' }).filter(([, value]) => value !== '')
    return Object.fromEntries([...others, ...mine])
  }
  async function go(next: { year?: string; on?: string }): Promise<void> {
    await router.push({ query: queryWith(next) })
  }

  watch(year, (now) => {
    if (now === null) return
    last.value = now
    // While the page is being left, the address is already the next one's.
    if (route.path === path && route.query.year !== now) void router.replace({ query: queryWith({ on: on.value }) })
  }, { immediate: true })

  return { years, year, on, choices, go, error: query.error, refetch: query.refetch }
}

export type YearState = ReturnType<typeof useYear>
