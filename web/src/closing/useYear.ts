// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { today } from '@/shared/dates'

/** The year of a page, kept in its address; without one the last, whose books are closed now. */
export function useYear(name = 'year', usual = Number(today().slice(0, 4)) - 1) {
  const route = useRoute()
  const router = useRouter()
  const year = computed(() => {
    const written = Number(route.query[name])
    return Number.isInteger(written) && written >= 1990 && written <= 2199 ? written : usual
  })
  const years = computed(() => {
    const now = Number(today().slice(0, 4))
    return [...new Set([now + 1, now, now - 1, now - 2, now - 3, year.value])].sort((a, b) => b - a)
  })
  const choose = (next: number) => router.push({ query: { ...route.query, [name]: String(next) } })
  return { year, years, choose }
}
