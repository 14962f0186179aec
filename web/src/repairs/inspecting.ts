// SPDX-License-Identifier: Apache-2.0
// Inspections, kept on the device from the first tick until the server has them: equipment stands in cellars, too.
import type { Contract } from '@/shared/api/contract'
import { makeOutbox, type Kept } from '@/shared/outbox/outbox'
import type { Way } from '@/shared/outbox/sending'
import { recordInspection } from './queries'
import type { Inspection, ItemResult } from './repairs'

export interface KeptInspection extends Kept {
  /** When it was finished, in milliseconds: they go in their order. */
  finished: number
  inspection: Contract<'NewInspection'>
}
export const outbox = makeOutbox<KeptInspection>('mingji-inspections')

/** One at a time: each is refused or taken by itself. Its id is the key of the request, so that a lost answer costs nothing. */
export const wayOf = (taken: (kept: KeptInspection, inspection: Inspection) => void | Promise<void>, record = recordInspection): Way<KeptInspection> => ({
  groupOf: () => '',
  order: (a, b) => a.finished - b.finished,
  batchSize: 1,
  async post(kept) {
    for (const one of kept) await taken(one, await record(one.id, one.inspection))
    return new Map(kept.map(({ id }) => [id, null]))
  },
})

/** What was seen of one item so far. */
export interface Seen {
  item: string
  result: ItemResult | ''
  note: string
  photos: string[]
}
/** The items of the plan as it is now, with what was ticked of them. */
export const seenOf = (items: readonly string[], before: readonly Seen[]): Seen[] =>
  items.map((item) => before.find((one) => one.item === item) ?? { item, result: '', note: '', photos: [] })
export const inspectionOf = (equipment: string, plan: string, day: string, seen: readonly Seen[]): Contract<'NewInspection'> =>
  ({ equipment, plan, day, items: seen.map(({ item, result, note, photos }) => ({ item, result: result as ItemResult, note: note.trim() || null, photos })) })

type About = Pick<Contract<'NewInspection'>, 'equipment' | 'plan'>
const draftKey = (person: string, { equipment, plan }: About) => JSON.stringify([person, equipment, plan])
export const draftOf = async (person: string, about: About): Promise<Seen[]> => (await outbox.list<Seen[]>(draftKey(person, about))) ?? []
export const keepDraft = (person: string, about: About, seen: readonly Seen[]) => outbox.keepList(draftKey(person, about), seen)
