// SPDX-License-Identifier: Apache-2.0

// Weights have at most two decimals; four leave room for what somebody is still typing.
const places = 4
const unit = 10n ** BigInt(places)

/** A decimal that people typed, in ten-thousandths; null for what is none. */
function read(text: string): bigint | null {
  const match = /^\s*(\d{1,9})(?:[.．](\d{1,4}))?\s*%?\s*$/.exec(text)
  return match ? BigInt(match[1] ?? '0') * unit + BigInt((match[2] ?? '').padEnd(places, '0')) : null
}

function write(value: bigint): string {
  const decimals = String(value % unit).padStart(places, '0').replace(/0+$/, '')
  return decimals === '' ? String(value / unit) : `${value / unit}.${decimals}`
}

/** The exact sum of decimal texts; what is empty or no number counts as nothing. */
export function sumOfWeights(texts: Iterable<string | null | undefined>): string {
  let sum = 0n
  for (const text of texts) sum += read(text ?? '') ?? 0n
  return write(sum)
}

export const isWeight = (text: string) => read(text) !== null
export const isSame = (a: string, b: string) => read(a) !== null && read(a) === read(b)

export interface Weighed {
  level1: string
  level2?: string
  weight?: string | null
}
export interface Branch<Row> {
  name: string
  weight: string
  count: number
  branches: { name: string; weight: string; rows: Row[] }[]
}

function grouped<Row>(rows: readonly Row[], nameOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row])
  return [...groups]
}

/** First level, second level, indicators, in the order in which they come, each with the sum of its weights. */
export function treeOf<Row extends Weighed>(rows: readonly Row[]): Branch<Row>[] {
  const sum = (some: readonly Row[]) => sumOfWeights(some.map(({ weight }) => weight))
  return grouped(rows, ({ level1 }) => level1).map(([name, inside]) => ({
    name,
    weight: sum(inside),
    count: inside.length,
    branches: grouped(inside, ({ level2 }) => level2 ?? '').map(([second, some]) => ({ name: second, weight: sum(some), rows: some })),
  }))
}
