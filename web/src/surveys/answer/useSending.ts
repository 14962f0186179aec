// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { newKey } from '@/shared/api/action'
import { kept, type Filled, type Kept, type Shelf } from './kept'
import { sendOne, type Post, type Verdict } from './sending'

const againMs = 20_000

export interface Said {
  id: string
  title: string
  verdict: Verdict
  /** It is on this phone and survives that the page is closed. */
  isKept: boolean
}

/** Answers of this phone on their way: at once, when the network is back, and now and then. */
export function useSending(post: Post, shelf: Shelf = kept) {
  const said = shallowRef<Said[]>([])
  const busy = ref(false)
  let waiting: Kept[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function say(answer: Kept, verdict: Verdict): void {
    const before = said.value.find(({ id }) => id === answer.id)
    const now = { id: answer.id, title: answer.title, isKept: before?.isKept ?? true, verdict }
    said.value = before ? said.value.map((one) => (one === before ? now : one)) : [...said.value, now]
  }

  async function send(): Promise<void> {
    if (busy.value) return
    clearTimeout(timer)
    busy.value = true
    let pauseMs = againMs
    try {
      // One that comes in while others go is the next.
      for (let answer = waiting[0]; answer; answer = waiting[0]) {
        const { id } = answer
        const verdict = await sendOne(answer, post, shelf)
        say(answer, verdict)
        if (verdict.is === 'waiting') {
          pauseMs = verdict.afterMs ?? againMs
          break
        }
        waiting = waiting.filter((one) => one.id !== id)
      }
    } finally {
      busy.value = false
    }
    if (waiting.length > 0) timer = setTimeout(() => void send(), pauseMs)
  }

  async function add(token: string, title: string, filled: Filled): Promise<void> {
    const answer = { id: newKey(), token, title, filled: { ...filled } }
    const isKept = shelf.keep(answer)
    waiting = [...waiting, answer]
    said.value = [...said.value, { id: answer.id, title, isKept, verdict: { is: 'waiting', afterMs: null } }]
    await send()
  }

  const again = () => void send()
  onMounted(() => {
    waiting = shelf.all()
    for (const answer of waiting) say(answer, { is: 'waiting', afterMs: null })
    window.addEventListener('online', again)
    again()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('online', again)
    clearTimeout(timer)
  })
  return { said, busy, add, send }
}
