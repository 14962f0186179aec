// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted } from 'vue'
import { useEvents } from '@/shared/api/events'

const usedLatelyMs = 60_000
const acts = ['pointerdown', 'keydown'] as const

/** Does something about an event of the server while somebody is there: at once when they were just now, otherwise when they are back. */
export function useWhenUsed(type: string, isMeant: (event: unknown) => boolean, act: () => void): void {
  let used = Date.now()
  let isDue = false
  function touch(): void {
    used = Date.now()
    if (!isDue) return
    isDue = false
    act()
  }
  useEvents(type, (event) => {
    if (!isMeant(event)) return
    if (Date.now() - used < usedLatelyMs) act()
    else isDue = true
  })
  onMounted(() => acts.forEach((name) => window.addEventListener(name, touch, { passive: true })))
  onBeforeUnmount(() => acts.forEach((name) => window.removeEventListener(name, touch)))
}
