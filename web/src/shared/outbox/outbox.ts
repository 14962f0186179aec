// SPDX-License-Identifier: Apache-2.0
// What a phone noted, kept in the browser until the server has it: it survives a reload, a sign-out and a dead battery.

export type SendState = 'waiting' | 'sent' | 'refused'
/** Who notes it: only their own session sends it. */
export interface Counter {
  person: string
  name: string
}
/** What every kept thing has beside what it is about. */
export interface Kept {
  /** Made here, once: the server takes the same id once. */
  id: string
  counter: Counter
  state: SendState
  /** The server's sentence about a refusal. */
  says: string
}

const stores = ['entries', 'lists', 'counter'] as const
type Store = (typeof stores)[number]

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  })
}

const opened = new Map<string, Promise<IDBDatabase>>()
function database(name: string): Promise<IDBDatabase> {
  const known = opened.get(name)
  if (known) return known
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  }).catch((failure: unknown) => {
    opened.delete(name)
    throw failure
  })
  opened.set(name, opening)
  return opening
}

async function all<T>(name: string, store: Store): Promise<T[]> {
  return done((await database(name)).transaction(store).objectStore(store).getAll() as IDBRequest<T[]>)
}
async function one<T>(name: string, store: Store, key: string): Promise<T | undefined> {
  return done((await database(name)).transaction(store).objectStore(store).get(key) as IDBRequest<T | undefined>)
}

/** Resolves once it is on the disk, not when it was asked for. */
async function change(name: string, store: Store, work: (into: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database(name)).transaction(store, 'readwrite')
  work(transaction.objectStore(store))
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'))
  })
}

// What Vue watches cannot be stored; what is stored is plain anyway.
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The places of one page's outbox, under its name in the browser; a test has another one. */
export const makeOutbox = <K extends Kept>(name: string) => ({
  name,
  entries: () => all<K>(name, 'entries'),
  keep: (entries: readonly K[]) => change(name, 'entries', (into) => entries.forEach((entry) => into.put(plain(entry), entry.id))),
  remove: (ids: readonly string[]) => change(name, 'entries', (into) => ids.forEach((id) => into.delete(id))),
  /** What the page needs to open without the network: lists of the server, as they were last. */
  list: <T>(key: string) => one<T>(name, 'lists', key),
  keepList: (key: string, value: unknown) => change(name, 'lists', (into) => into.put(plain(value), key)),
  counter: () => one<Counter>(name, 'counter', 'last'),
  keepCounter: (counter: Counter) => change(name, 'counter', (into) => into.put(plain(counter), 'last')),
})
export type Outbox<K extends Kept> = ReturnType<typeof makeOutbox<K>>
