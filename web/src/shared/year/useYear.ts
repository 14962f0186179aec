// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { api, got } from '@/shared/api/client'
import { today } from '@/shared/dates'

/** This year when it has promises, otherwise the newest that has; this year where there is none at all. */
export function usualYear(years: readonly number[], now = today()): string {
  const current = Number(now.slice(0, 4))
  return String(years.includes(current) ? current : (years.at(-1) ?? current))
}

/**
 * The fiscal year that a page is about, and the day of it that is looked at, kept in the address: back, refresh and a link
 * sent to somebody show the same. `year` is null until the server said which years there are.
 */
export function useYear() {
  const route = useRoute()
  const router = useRouter()
  const query = useQuery({ queryKey: ['indicators', 'years'], queryFn: () => got(api.GET('/api/v1/indicators/years')) })
  const years = computed(() => query.data.value?.items.map((one) => one.year) ?? [])

  const text = (name: string, shape: RegExp) => {
    const value = route.query[name]
    return typeof value === 'string' && shape.test(value) ? value : null
  }
  const year = computed(() => text('year', /^\d{4}$/) ?? (query.data.value ? usualYear(years.value) : null))
  /** A day of that year, or undefined: today. */
  const on = computed(() => {
    const day = text('on', /^\d{4}-\d{2}-\d{2}$/)
    return day !== null && day.slice(0, 4) === year.value ? day : undefined
  })
  const choices = computed(() => [...new Set([...years.value.map(String), ...(year.value ? [year.value] : [])])].sort().reverse())

  async function go(next: { year?: string; on?: string }): Promise<void> {
    const others = Object.entries(route.query).filter(([name]) => name !== 'year' && name !== 'on')
    const mine = Object.entries({ year: next.year ?? year.value ?? '', on: next.on ?? '' }).filter(([, value]) => value !== '')
    await router.push({ query: Object.fromEntries([...others, ...mine]) })
  }

  return { year, on, choices, go, error: query.error, refetch: query.refetch }
}

export type YearState = ReturnType<typeof useYear>
