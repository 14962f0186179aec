// SPDX-License-Identifier: Apache-2.0
// The counting page of stocktakes without the network. Its scope is that page alone (src/holdings/count/offline.ts). It keeps
// the page's own files and nothing that the server says of anybody: what was counted is kept by the page itself.
const cacheName = 'holdings-count'
const page = '/holdings/count'
const patienceMs = 4000

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** All of it or nothing: half a page would not open. What an older version of the page needed goes. */
async function keep(files) {
  const cache = await caches.open(cacheName)
  await cache.addAll([page, ...files])
  const wanted = new Set([page, ...files])
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  }
}

self.addEventListener('message', (event) => {
  const port = event.ports[0]
  // Without the network nothing new is kept; what was kept before still opens.
  const isKept = () => caches.match(page).then((kept) => kept !== undefined)
  event.waitUntil(keep(event.data.keep).catch(() => undefined).then(isKept).then((answer) => port.postMessage(answer)))
})

/** The server's page when it answers soon, so that an upgrade shows at once; else the one that was kept. */
async function open(request) {
  const kept = await caches.match(page)
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
  const answer = await Promise.race([fetch(request).catch(() => undefined), late])
  return answer && answer.ok ? answer : kept
}

async function file(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  event.respondWith(request.mode === 'navigate' ? open(request) : file(request))
})
