// SPDX-License-Identifier: Apache-2.0
// Answers that wait on this phone until the server has them. What was sent is not kept: the phone may be somebody else's next.

export type Filled = Record<string, string>
export interface Kept {
  /** 128 random bits, made here, once: the server takes the same id once. It says nothing about anybody. */
  id: string
  token: string
  title: string
  filled: Filled
}

const prefix = 'mingji.survey.'

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Kept> | null
    const isOurs = kept !== null && [kept.id, kept.token, kept.title].every((one) => typeof one === 'string') && typeof kept.filled === 'object'
    return isOurs ? (kept as Kept) : null
  } catch {
    return null
  }
}

/** Each under a name of its own: two windows never write over each other's. */
export const kept = {
  all: (): Kept[] => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).flatMap((key) => read(key) ?? [])
    } catch {
      return []
    }
  },
  /** Whether it is on the phone now; a private window or a full one keeps nothing. */
  keep: (answer: Kept): boolean => {
    try {
      localStorage.setItem(prefix + answer.id, JSON.stringify(answer))
      return true
    } catch {
      return false
    }
  },
  remove: (id: string): void => {
    try {
      localStorage.removeItem(prefix + id)
    } catch {
      // Where nothing can be kept there is nothing to remove.
    }
  },
}
export type Shelf = typeof kept
