// SPDX-License-Identifier: Apache-2.0
import { makeOutbox, type Kept } from '@/shared/outbox/outbox'
import type { Way } from '@/shared/outbox/sending'
import type { Entry } from '@/holdings/holdings'
import { postEntries } from '@/holdings/queries'

export interface KeptEntry extends Kept {
  stocktake: string
  entry: Entry
}
export const outbox = makeOutbox<KeptEntry>('mingji-holdings')
/** Entries of one stocktake go together. */
export const way: Way<KeptEntry> = {
  groupOf: ({ stocktake }) => stocktake,
  order: (a, b) => a.entry.counted_at.localeCompare(b.entry.counted_at),
  batchSize: 100,
  post: (entries) => postEntries(entries[0]?.stocktake ?? '', entries),
}
