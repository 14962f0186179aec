// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, ref } from 'vue'

/** The second it is, looked at now and then: what becomes late shows so, and the server is not asked for it. */
export function useNow(everyMs = 5_000) {
  const second = () => Math.floor(Date.now() / 1000)
  const now = ref(second())
  const timer = setInterval(() => (now.value = second()), everyMs)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
