// SPDX-License-Identifier: Apache-2.0
import { onMounted, watch } from 'vue'
import { usePreference } from '@/shared/kept/usePreference'
import { settingsOf, useSettings } from '@/shared/settings'

/** The screen as this person likes it, on whatever computer they sign in. */
export function useKeptSettings(): void {
  const store = useSettings()
  const { value, load } = usePreference('screen', (kept) => (kept === null ? { ...store.settings } : settingsOf(kept)))
  let isLoaded = false

  onMounted(async () => {
    await load()
    store.take(value.value)
    isLoaded = true
  })
  watch(store.settings, (now) => {
    if (isLoaded) value.value = { ...now }
  })
}
