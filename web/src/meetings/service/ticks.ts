// SPDX-License-Identifier: Apache-2.0
// Ticks on a checklist, kept on the device until the server has them: a hall in a cellar has no line.
import type { Contract } from '@/shared/api/contract'
import { makeOutbox, type Kept } from '@/shared/outbox/outbox'
import type { Way } from '@/shared/outbox/sending'
import { answerItem } from './queries'
import type { StageName, Stages } from './service'

export interface KeptTick extends Kept {
  booking: string
  stage: StageName
  /** When it was pressed, in milliseconds: two ticks of one item go in their order. */
  pressed: number
  tick: Contract<'ChecklistAnswerRequest'>
}
export const outbox = makeOutbox<KeptTick>('mingji-checks')

/** One at a time: each is refused or taken by itself. Its id is the key of the request, so that a lost answer costs nothing. */
export const wayOf = (taken: (booking: string, stages: Stages) => void, answer = answerItem): Way<KeptTick> => ({
  groupOf: ({ booking, stage }) => `${booking}/${stage}`,
  order: (a, b) => a.pressed - b.pressed,
  batchSize: 1,
  async post(ticks) {
    for (const { id, booking, stage, tick } of ticks) taken(booking, await answer(id, booking, stage, tick))
    return new Map(ticks.map(({ id }) => [id, null]))
  },
})

export const ticksOf = (ticks: readonly KeptTick[], stage: StageName, item?: string) =>
  ticks.filter((one) => one.stage === stage && (item === undefined || one.tick.item === item)).sort((a, b) => a.pressed - b.pressed)
/** The version that the next tick of an item has to name: those that still wait come before it. */
export const versionAfter = (version: number, waiting: readonly KeptTick[]) => version + waiting.length
