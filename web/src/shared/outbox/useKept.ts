// SPDX-License-Identifier: Apache-2.0
import { computed, watch } from 'vue'
import type { Kept, Outbox } from './outbox'
import type { Way } from './sending'
import { useOutbox } from './useOutbox'

/** What this device keeps of what a page is about. What the server has is taken from its answer and no longer kept. */
export function useKept<K extends Kept>(outbox: Outbox<K>, way: Way<K>, isAbout: (kept: K) => boolean) {
  const box = useOutbox(outbox, way)
  const mine = computed(() => box.mine.value.filter(isAbout))
  const waiting = computed(() => mine.value.filter(({ state }) => state === 'waiting'))
  const refused = computed(() => mine.value.filter(({ state }) => state === 'refused'))
  watch(() => box.mine.value.filter(({ state }) => state === 'sent').map(({ id }) => id), (sent) => {
    if (sent.length > 0) void box.remove(sent)
  })
  return { box, waiting, refused }
}
