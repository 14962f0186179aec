// SPDX-License-Identifier: Apache-2.0
// What a phone counted, kept in the browser until the server has it: it survives a reload, a sign-out and a dead battery.
import type { Entry } from '@/holdings/holdings'

export type SendState = 'waiting' | 'sent' | 'refused'
/** Who counts: only their own session sends what they counted. */
export interface Counter {
  person: string
  name: string
}
export interface Kept {
  /** Made here, once: the server takes the same id once. */
  id: string
  stocktake: string
  counter: Counter
  entry: Entry
  state: SendState
  /** The server's sentence about a refusal. */
  says: string
}

const name = 'mingji-holdings'
const stores = ['entries', 'lists', 'counter'] as const
type Store = (typeof stores)[number]

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  })
}

let opened: Promise<IDBDatabase> | null = null
function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  }).catch((failure: unknown) => {
    opened = null
    throw failure
  })
  return opened
}

async function all<T>(store: Store): Promise<T[]> {
  return done((await database()).transaction(store).objectStore(store).getAll() as IDBRequest<T[]>)
}
async function one<T>(store: Store, key: string): Promise<T | undefined> {
  return done((await database()).transaction(store).objectStore(store).get(key) as IDBRequest<T | undefined>)
}

/** Resolves once it is on the disk, not when it was asked for. */
async function change(store: Store, work: (into: IDBObjectStore) => void): Promise<void> {
  const transaction = (await database()).transaction(store, 'readwrite')
  work(transaction.objectStore(store))
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('indexedDB'))
  })
}

// What Vue watches cannot be stored; what is stored is plain anyway.
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The places of the outbox; a test has another one. */
export const outbox = {
  entries: () => all<Kept>('entries'),
  keep: (entries: readonly Kept[]) => change('entries', (into) => entries.forEach((entry) => into.put(plain(entry), entry.id))),
  remove: (ids: readonly string[]) => change('entries', (into) => ids.forEach((id) => into.delete(id))),
  /** What the page needs to open without the network: the stocktakes, the rooms of each. */
  list: <T>(key: string) => one<T>('lists', key),
  keepList: (key: string, value: unknown) => change('lists', (into) => into.put(plain(value), key)),
  counter: () => one<Counter>('counter', 'last'),
  keepCounter: (counter: Counter) => change('counter', (into) => into.put(plain(counter), 'last')),
}
export type Outbox = typeof outbox
