// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/vue-query'
import { useEvents } from './events'

/** Whether an event `change` is about a slice: `budget.payments` is about budget. */
export function isAbout(event: unknown, slice: string): boolean {
  if (typeof event !== 'object' || event === null || !('what' in event) || typeof event.what !== 'string') return false
  return event.what === slice || event.what.startsWith(`${slice}.`)
}

/**
 * Asks again for whatever a slice shows when the server says that something of it changed, here or in another window; the
 * slice's query keys begin with its name. The function that it gives does the same at once, for the page's own changes.
 */
export function useFresh(slice: string): () => Promise<void> {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: [slice] })
  useEvents('change', (event) => {
    if (isAbout(event, slice)) void refresh()
  })
  useEvents('resync', () => void refresh())
  return refresh
}
