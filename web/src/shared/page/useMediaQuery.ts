// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, ref } from 'vue'

export function useMediaQuery(text: string) {
  const query = globalThis.matchMedia(text)
  const matches = ref(query.matches)
  const look = () => (matches.value = query.matches)
  query.addEventListener('change', look)
  onBeforeUnmount(() => query.removeEventListener('change', look))
  return matches
}
