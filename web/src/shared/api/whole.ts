// SPDX-License-Identifier: Apache-2.0
interface Part<Row> {
  items: Row[]
  next: string | null
}
/** A list that the server gives in parts, as a whole: some hundreds or thousands, which are sorted, printed and exported together. */
export async function whole<Row>(ask: (cursor: string | undefined) => Promise<Part<Row>>): Promise<Row[]> {
  const items: Row[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const part = await ask(cursor)
    items.push(...part.items)
    cursor = part.next
  }
  return items
}
