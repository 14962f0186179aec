// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted } from 'vue'
import { saveNow } from '@/shared/page/page'
import { useSettings } from '@/shared/settings'

const isTypedInto = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="grid"]'))

/** The keys that work everywhere: / searches, ? helps, Ctrl+S saves. Single letters stay with whoever is typing. */
export function useShellKeys(does: { search: () => void; help: () => void; nothingToSave: () => void }): void {
  const settings = useSettings()

  function pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault()
      if (!saveNow()) does.nothingToSave()
      return
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
    if (!settings.hasKeys || !isPlain || isTypedInto(event.target)) return
    const act = { '/': does.search, '?': does.help, '？': does.help }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}
