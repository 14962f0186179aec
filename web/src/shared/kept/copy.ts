// SPDX-License-Identifier: Apache-2.0
// What the server said last, for a page that opens without it: one copy of each name on this device, until its person signs out.

export interface Copy<T> {
  /** What it is a copy of, among those of its name. */
  about: string
  person: string
  /** When the server said it, in milliseconds. */
  at: number
  value: T
}

const prefix = 'mingji.copy.'
/** Nobody goes by what was right longer ago. */
const mostMs = 24 * 3_600_000

/** A private window or a full disk keeps nothing: then there is no copy, and nothing else is missing. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
const read = (key: string) => attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null') as Copy<unknown> | null)
const forget = (key: string) => attempt(() => localStorage.removeItem(key))
const keys = () => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? []

export const keepCopy = (name: string, copy: Copy<unknown>) => void attempt(() => localStorage.setItem(prefix + name, JSON.stringify(copy)))

export function copyOf<T>(name: string, about: string, now = Date.now()): Copy<T> | null {
  const copy = read(prefix + name)
  if (copy && now - copy.at > mostMs) forget(prefix + name)
  return copy && copy.about === about && now - copy.at <= mostMs ? (copy as Copy<T>) : null
}

export function forgetCopy(name: string, about: string): void {
  if (read(prefix + name)?.about === about) forget(prefix + name)
}

/** Of everybody but the person named: what somebody read is nobody else's. */
export function forgetCopies(but: string | null = null): void {
  for (const key of keys()) if (but === null || read(key)?.person !== but) forget(key)
}
