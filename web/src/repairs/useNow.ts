// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted, ref } from 'vue'

const everyMs = 15_000

/** The time of this device, now and then: a countdown goes on without asking the server. */
export function useNow() {
  const now = ref(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => (timer = setInterval(() => (now.value = Date.now()), everyMs)))
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
