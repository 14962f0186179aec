// SPDX-License-Identifier: Apache-2.0
import { nextTick, onBeforeUnmount, onMounted, ref } from 'vue'
import { useAction } from '@/shared/api/action'
import { printPaper } from './queries'
import type { Paper } from './service'

/**
 * Prints a paper of a meeting once the server has it in its record. Before that and afterwards the browser's own printing gets
 * nothing but a sentence: what goes onto paper is known.
 */
export function usePrint(booking: string, paper: Paper) {
  const isNoted = ref(false)
  /** Across each page; null where the meeting is not confidential. */
  const mark = ref<string | null>(null)
  const noting = useAction(printPaper)
  const forget = () => void (isNoted.value = false)

  async function print(): Promise<void> {
    const noted = await noting.run(booking, paper)
    if (!noted) return
    mark.value = noted.answer.mark
    isNoted.value = true
    await nextTick()
    window.print()
  }
  onMounted(() => window.addEventListener('afterprint', forget))
  onBeforeUnmount(() => window.removeEventListener('afterprint', forget))
  return { isNoted, mark, print, busy: noting.busy, problem: noting.problem }
}
