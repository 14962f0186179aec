// SPDX-License-Identifier: Apache-2.0
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import type { Sort } from './columns'

export interface FilterField {
  /** In the address and in the request: month, q. */
  name: string
  label: string
  kind: 'text' | 'choice' | 'day' | 'month'
  choices?: readonly { value: string; label: string }[]
  /** What it is called when nothing is chosen; 全部 when not given. */
  anyLabel?: string
  hint?: string
}

const text = (query: LocationQuery, name: string) => {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

/**
 * What a list is narrowed to and sorted by, kept in the address: back, refresh and a link sent to somebody show the same.
 * `values` has only what is set, ready for a request. Fields whose words or choices change come as a function.
 */
export function useFilters(given: MaybeRefOrGetter<readonly FilterField[]>) {
  const route = useRoute()
  const router = useRouter()

  const values = computed<Record<string, string>>(() =>
    Object.fromEntries(toValue(given).map(({ name }) => [name, text(route.query, name)]).filter(([, value]) => value !== '')))

  const sort = computed<Sort | null>({
    get() {
      const written = text(route.query, 'sort')
      return written === '' ? null : { key: written.replace(/^-/, ''), descending: written.startsWith('-') }
    },
    set(next) {
      const others = Object.fromEntries(Object.entries(route.query).filter(([name]) => name !== 'sort'))
      void router.replace({ query: next ? { ...others, sort: (next.descending ? '-' : '') + next.key } : others })
    },
  })

  async function apply(next: Record<string, string>): Promise<void> {
    const names = new Set(toValue(given).map(({ name }) => name))
    const others = Object.entries(route.query).filter(([name]) => !names.has(name))
    const mine = Object.entries(next).filter(([name, value]) => names.has(name) && value !== '')
    await router.push({ query: Object.fromEntries([...others, ...mine]) })
  }

  return {
    get fields() {
      return toValue(given)
    },
    values,
    sort,
    apply,
  }
}

export type Filters = ReturnType<typeof useFilters>
