// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { useKept } from '@/shared/outbox/useKept'
import { instantOf } from '@/meetings/meetings'
import { stagesKey } from './queries'
import type { AnswerWord, Item, Stage } from './service'
import { outbox, ticksOf, versionAfter, wayOf } from './ticks'

export interface Said {
  answer: AnswerWord
  note: string | null
}
/** The ticks of one meeting on this device. */
export function useTicks(booking: string) {
  const client = useQueryClient()
  const kept = useKept(outbox, wayOf((about, stages) => client.setQueryData(stagesKey(about), stages)), (one) => one.booking === booking)
  const { box, waiting, refused } = kept
  // Somebody was faster: what the list says now stands beside what was not taken.
  watch(() => refused.value.length, (now, before) => {
    if (now > before) void client.invalidateQueries({ queryKey: stagesKey(booking) })
  })

  async function tick({ stage, round, is_signed }: Stage, { item, version }: Item, { answer, note }: Said): Promise<void> {
    const pressed = Date.now()
    const before = ticksOf(waiting.value, stage, item)
    await box.add({ booking, stage, pressed, tick: { item, version: versionAfter(version, before), round, answer, note, answered_at: instantOf(Math.floor(pressed / 1000)), is_addition: is_signed } })
  }
  return { box, waiting, refused, tick }
}
export type Ticks = ReturnType<typeof useTicks>
