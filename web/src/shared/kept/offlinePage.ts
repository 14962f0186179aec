// SPDX-License-Identifier: Apache-2.0
// A page opens without the network once it was open with it (public/page-worker.js).

/** Browsers have service workers only for pages that came by https or from this machine. */
export const canKeepPage = () => globalThis.isSecureContext && 'serviceWorker' in navigator

/** Keeps the page at an address for the next time; true once all is kept that vite.config.ts says the page of this name is made of. */
export async function keepPage(name: string, address: string): Promise<boolean> {
  if (!canKeepPage()) return false
  const registration = await navigator.serviceWorker.register('/page-worker.js', { scope: address })
  const worker = registration.active ?? registration.waiting ?? registration.installing
  if (!worker) return false
  return new Promise<boolean>((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = ({ data }) => resolve(data === true)
    worker.postMessage({ keep: name }, [channel.port2])
  })
}

/** Pages of another address that are of no use any more. */
export async function forgetPages(isMeant: (address: string) => boolean): Promise<void> {
  if (!canKeepPage()) return
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const { pathname } = new URL(registration.scope)
    if (!isMeant(pathname)) continue
    await registration.unregister()
    await caches.delete(`page ${pathname}`)
  }
}
