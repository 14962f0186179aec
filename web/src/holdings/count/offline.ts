// SPDX-License-Identifier: Apache-2.0
// The counting page opens without the network once it was open with it (public/holdings-worker.js).

export const scope = '/holdings/count'

/** Browsers have service workers only for pages that came by https or from this machine. */
export const canKeepPage = () => globalThis.isSecureContext && 'serviceWorker' in navigator

/** What this page was made of: its own files, all of which it needs again. */
function files(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const ours = loaded.filter(({ origin, pathname }) => origin === globalThis.location.origin && /^\/(assets\/|opening\.css$|icon\.svg$)/.test(pathname))
  const written = [...document.querySelectorAll<HTMLElement>('script[src], link[href]')].map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
  return [...new Set([...ours.map(({ pathname }) => pathname), ...written.filter((path) => path.startsWith('/'))])]
}

/** Keeps the page for the next time; true once everything it needs is kept. */
export async function keepPage(): Promise<boolean> {
  if (!canKeepPage()) return false
  // The decoder is needed where there is no network to fetch it from.
  await import('qr/decode.js')
  const registration = await navigator.serviceWorker.register('/holdings-worker.js', { scope })
  const worker = registration.active ?? registration.waiting ?? registration.installing
  if (!worker) return false
  return new Promise<boolean>((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ keep: files() }, [channel.port2])
  })
}
