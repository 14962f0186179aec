// SPDX-License-Identifier: Apache-2.0
import { computed, onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { newKey } from '@/shared/api/action'
import { ApiProblem } from '@/shared/api/problem'
import { useSession } from '@/shared/session'
import type { Counter, Kept, Outbox } from './outbox'
import { sendWaiting, type Halt, type Way } from './sending'

const againMs = 20_000

let underWay: Promise<unknown> = Promise.resolve()
/** One at a time in this window, whose page comes anew when somebody signed in, and, where the browser can, over all its windows. */
function alone(name: string, work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager }
  const next = underWay.then(async () => {
    await (locks ? locks.request(name, work) : work())
  })
  underWay = next.catch(() => undefined)
  return next
}

/** What was noted on this device, and its way to the server: after each entry, when the network is back, and now and then. */
export function useOutbox<K extends Kept>(outbox: Outbox<K>, way: Way<K>) {
  const session = useSession()
  const entries = shallowRef<K[]>([])
  const counter = shallowRef<Counter | null>(null)
  const halt = ref<Halt>(null)
  const busy = ref(false)
  /** The browser keeps nothing (private window, full disk): said before anybody notes anything. */
  const isBroken = ref(false)

  const isMine = ({ counter: { person } }: K) => person === counter.value?.person
  const mine = computed(() => entries.value.filter(isMine))
  const waiting = computed(() => mine.value.filter(({ state }) => state === 'waiting'))
  const others = computed(() => entries.value.filter((entry) => !isMine(entry) && entry.state !== 'sent'))

  async function load(): Promise<void> {
    try {
      const { me } = session
      if (me) await outbox.keepCounter({ person: me.person, name: me.name })
      counter.value = (await outbox.counter()) ?? null
      entries.value = await outbox.entries()
    } catch (failure) {
      console.error(failure)
      isBroken.value = true
    }
  }

  async function keep(judged: K[]): Promise<void> {
    await outbox.keep(judged)
    entries.value = await outbox.entries()
  }

  /** Whether the server can be asked, and by whom. */
  async function whoSends(): Promise<Halt> {
    try {
      await session.ready()
    } catch (failure) {
      if (failure instanceof ApiProblem) return 'offline'
      throw failure
    }
    return session.me?.person === counter.value?.person ? null : 'signed_out'
  }

  /** Also what was noted while this was sending; nothing is tried twice in one go. */
  async function sendAll(): Promise<Halt> {
    const tried = new Set<string>()
    for (;;) {
      const next = waiting.value.filter(({ id }) => !tried.has(id))
      if (next.length === 0) return null
      for (const { id } of next) tried.add(id)
      const reason = await sendWaiting(next, way, keep)
      if (reason !== null) return reason
    }
  }

  async function send(): Promise<void> {
    if (busy.value || waiting.value.length === 0) return
    busy.value = true
    try {
      await alone(outbox.name, async () => {
        // Somebody else may have sent them while this waited.
        entries.value = await outbox.entries()
        halt.value = (await whoSends()) ?? (await sendAll())
      })
    } finally {
      busy.value = false
    }
  }

  async function add(what: Omit<K, keyof Kept>): Promise<void> {
    if (!counter.value) return
    await keep([{ ...what, id: newKey(), counter: counter.value, state: 'waiting', says: '' } as unknown as K])
    void send()
  }

  async function remove(ids: readonly string[]): Promise<void> {
    await outbox.remove(ids)
    entries.value = await outbox.entries()
  }

  const again = () => void send()
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(async () => {
    await load()
    window.addEventListener('online', again)
    timer = setInterval(again, againMs)
    await send()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('online', again)
    clearInterval(timer)
  })

  return { counter, mine, waiting, others, halt, busy, isBroken, add, remove, send }
}
