// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/vue-query'
import { onMounted, ref, shallowRef, type Ref } from 'vue'
import { useAction } from '@/shared/api/action'
import { useLeaveGuard } from '@/shared/feedback/useLeaveGuard'
import { useFormErrors } from './formErrors'
import { useDraft } from '@/shared/kept/useDraft'
import { useSaveKey } from '@/shared/page/page'

/**
 * A form that records one thing after the other: what is typed is kept as a draft, checked, sent once, and the form is
 * empty again when the server took it (`recorded` says what).
 */
export function useEntryForm<T extends object, R>(kind: {
  /** What is asked for anew once it is recorded: the slice whose pages show it. */
  slice: string
  /** The draft's name. */
  draft: string
  empty: () => T
  /** What the link that led here says: it stands in the form, and a draft of something else gives way to it. */
  given?: () => Partial<T>
  findings: (typed: T) => Record<string, string | false>
  send: (key: string, typed: T) => Promise<R>
}) {
  const client = useQueryClient()
  const form = useFormErrors()
  const first: T = { ...kind.empty(), ...kind.given?.() }
  const typed = ref({ ...first }) as Ref<T>
  const recorded = shallowRef<R | null>(null)
  const draft = useDraft(kind.draft, typed)
  const sending = useAction((key: string) => kind.send(key, typed.value))

  async function submit(): Promise<void> {
    recorded.value = null
    if (!form.check(kind.findings(typed.value))) return
    const done = await sending.run()
    if (!done) {
      form.show(sending.problem.value)
      return
    }
    recorded.value = done.answer
    typed.value = kind.empty()
    await draft.done()
    await client.invalidateQueries({ queryKey: [kind.slice] })
  }

  const isOfGiven = () => Object.entries(kind.given?.() ?? {}).every(([name, value]) => String(typed.value[name as keyof T]).includes(String(value)))
  async function start(): Promise<void> {
    await draft.start()
    if (!isOfGiven()) await draft.discard()
  }
  onMounted(start)
  useSaveKey(submit)
  useLeaveGuard(() => draft.state.value === 'failed' || draft.state.value === 'elsewhere')
  return { typed, form, draft, recorded, busy: sending.busy, submit }
}
