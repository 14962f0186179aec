// SPDX-License-Identifier: Apache-2.0
import { ref, shallowRef, watch } from 'vue'
import { useAction } from '@/shared/api/action'
import { useFresh } from '@/shared/api/fresh'
import type { Contract } from '@/shared/api/contract'
import { useKept } from '@/shared/outbox/useKept'
import { draftOf, keepDraft, outbox, seenOf, wayOf, type KeptInspection, type Seen } from './inspecting'
import { recordInspection } from './queries'
import type { Inspection } from './repairs'

/** Inspections on this device that the server does not have: `taken` says what became of one. */
export function useKeptInspections(isAbout: (kept: KeptInspection) => boolean, taken: (inspection: Inspection, kept: KeptInspection) => void = () => undefined) {
  const refresh = useFresh('repairs')
  const way = wayOf(async (kept, inspection) => {
    await keepDraft(kept.counter.person, kept.inspection, [])
    taken(inspection, kept)
    await refresh()
  })
  return { ...useKept(outbox, way, isAbout), refresh }
}

/** One inspection: what is ticked comes back after a reload, and what is finished goes when there is a network. */
export function useInspecting(about: { equipment: string; plan: string }, items: () => readonly string[] | undefined) {
  const done = shallowRef<Inspection | null>(null)
  const seen = ref<Seen[]>([])
  const isAbout = ({ inspection }: KeptInspection) => inspection.equipment === about.equipment && inspection.plan === about.plan
  const kept = useKeptInspections(isAbout, (inspection, one) => {
    if (isAbout(one)) done.value = inspection
  })
  const { counter, isBroken } = kept.box
  const recording = useAction(recordInspection)
  const isRead = ref(false)

  function broken(failure: unknown): void {
    console.error(failure)
    isBroken.value = true
  }
  watch([items, counter, isBroken], async ([now, who]) => {
    if (!now) return
    const draft = who && !isRead.value ? ((await draftOf(who.person, about).catch(broken)) ?? []) : []
    if (who) isRead.value = true
    // What was ticked while this was read stands over it.
    seen.value = seenOf(now, [...seen.value.filter(({ result }) => result !== ''), ...draft, ...seen.value])
  }, { immediate: true })
  watch(seen, (now) => {
    if (counter.value && isRead.value && done.value === null) keepDraft(counter.value.person, about, now).catch(broken)
  }, { deep: true })

  /** False where it was refused at once (`recording.problem`); what is kept is judged later (`kept.refused`). */
  async function finish(inspection: Contract<'NewInspection'>): Promise<boolean> {
    if (counter.value && !isBroken.value) {
      await kept.box.remove(kept.refused.value.map(({ id }) => id))
      await kept.box.add({ finished: Date.now(), inspection })
      return true
    }
    const recorded = await recording.run(inspection)
    if (!recorded) return false
    done.value = recorded.answer
    await kept.refresh()
    return true
  }
  return { done, seen, kept, recording, finish }
}
