// SPDX-License-Identifier: Apache-2.0
import { onScopeDispose } from 'vue'

type Heard = (data: unknown) => void

const listeners = new Map<string, Set<Heard>>()
let source: EventSource | null = null

function hear(type: string): void {
  source?.addEventListener(type, (event: MessageEvent<string>) => {
    const data: unknown = event.data === '' ? null : JSON.parse(event.data)
    for (const heard of listeners.get(type) ?? []) heard(data)
  })
}

/** One stream for the whole window; the browser itself connects again and says what it heard last. */
function adjust(): void {
  if (listeners.size === 0) {
    source?.close()
    source = null
    return
  }
  if (source) return
  source = new EventSource('/api/v1/events')
  for (const type of listeners.keys()) hear(type)
}

/**
 * Calls `heard` with what the server publishes under a type, until the component is gone. `resync` comes when events
 * were missed: everything has to be asked for again. An event is a hint; what it is about is read from its own path.
 */
export function useEvents(type: string, heard: Heard): void {
  const known = listeners.get(type)
  if (known) known.add(heard)
  else {
    listeners.set(type, new Set([heard]))
    hear(type)
  }
  adjust()
  onScopeDispose(() => {
    const left = listeners.get(type)
    left?.delete(heard)
    if (left?.size === 0) listeners.delete(type)
    adjust()
  })
}
