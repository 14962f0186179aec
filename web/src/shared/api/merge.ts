// SPDX-License-Identifier: Apache-2.0

/** A field that two people changed in two ways; the others go together without asking. */
export interface Clash<T> {
  field: keyof T & string
  base: unknown
  mine: unknown
  theirs: unknown
}
export type Side = 'mine' | 'theirs'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function fields<T extends object>(...states: T[]): (keyof T & string)[] {
  return [...new Set(states.flatMap((state) => Object.keys(state)))] as (keyof T & string)[]
}

/** Fields that both changed since `base`, and not to the same. */
export function clashes<T extends object>(base: T, mine: T, theirs: T): Clash<T>[] {
  return fields(base, mine, theirs)
    .filter((field) => !isSame(mine[field], base[field]) && !isSame(theirs[field], base[field]) && !isSame(mine[field], theirs[field]))
    .map((field) => ({ field, base: base[field], mine: mine[field], theirs: theirs[field] }))
}

/** The server's state with my changes in it, except where `choices` prefers theirs. */
export function merged<T extends object>(base: T, mine: T, theirs: T, choices: Partial<Record<keyof T, Side>>): T {
  const result = { ...theirs }
  for (const field of fields(base, mine, theirs))
    if (!isSame(mine[field], base[field]) && choices[field] !== 'theirs') result[field] = mine[field]
  return result
}
