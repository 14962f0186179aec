// SPDX-License-Identifier: Apache-2.0
// One page of the application without the network. Its scope is that page alone (src/shared/kept/offlinePage.ts). It keeps the
// files that the page is made of and no answer of the interface: what was noted and what was read is kept by the page itself.
const page = new URL(self.registration.scope).pathname
const cacheName = `page ${page}`
const list = '/kept-pages.json'
const patienceMs = 4000

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** All of it or nothing: half a page would not open, and what was kept before still does. What an older version needed goes. */
async function keep(name) {
  const cache = await caches.open(cacheName)
  const files = (await (await fetch(list, { cache: 'no-cache' })).json())[name]
  const wanted = new Set([page, ...files])
  await cache.addAll([...wanted])
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  }
}

const kept = async (path) => (await caches.open(cacheName)).match(path, { ignoreVary: true, ignoreSearch: true })

self.addEventListener('message', (event) => {
  const [port] = event.ports
  // Without the network nothing new is kept; what was kept before still opens.
  const isKept = () => kept(page).then((found) => found !== undefined)
  event.waitUntil(keep(event.data.keep).catch(() => undefined).then(isKept).then((answer) => port.postMessage(answer)))
})

/** The server's page when it answers soon, so that an upgrade shows at once; else the one that was kept. */
async function open(request) {
  const mine = await kept(page)
  if (!mine) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs))
  const answer = await Promise.race([fetch(request).catch(() => undefined), late])
  return answer && answer.ok ? answer : mine
}

/** The name of a built file says what is in it; the two others are the server's as long as it answers. */
async function file(request, path) {
  if (path.startsWith('/assets/')) return (await kept(path)) ?? fetch(request)
  return fetch(request).catch(async (failure) => {
    const mine = await kept(path)
    if (mine) return mine
    throw failure
  })
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    // A scope is the beginning of an address: what goes on after it is another page.
    if (pathname === page) event.respondWith(open(request))
  } else if (pathname.startsWith('/assets/') || pathname === '/opening.css' || pathname === '/icon.svg') event.respondWith(file(request, pathname))
})
