// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** One choice of a page, kept in its address: back, refresh and a link sent to somebody show the same. '' where it is not set. */
export function useInAddress(name: string) {
  const route = useRoute()
  const router = useRouter()
  return computed<string>({
    get() {
      const value = route.query[name]
      return typeof value === 'string' ? value : ''
    },
    set(next) {
      const others = Object.entries(route.query).filter(([other]) => other !== name)
      void router.replace({ query: Object.fromEntries(next === '' ? others : [...others, [name, next]]) })
    },
  })
}
