// SPDX-License-Identifier: Apache-2.0
import { computed, onMounted, ref, shallowRef, watch } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { useSession } from '@/shared/session'
import type { ExpectedRoom } from '@/holdings/holdings'
import { expectedRooms, openStocktakes, type OpenStocktake } from '@/holdings/queries'
import { outbox } from './entries'

/** The open stocktakes and the rooms of one: from this device at once, from the server when it answers. */
export function useKeptStocktakes(asked: () => string) {
  const session = useSession()
  const open = shallowRef<OpenStocktake[]>([])
  const rooms = shallowRef<ExpectedRoom[]>([])
  const isRead = ref<'device' | 'server' | null>(null)
  const code = computed(() => open.value.find((one) => one.code === asked())?.code ?? open.value[0]?.code ?? '')

  /** Where the server cannot be asked, what is kept stands. */
  async function fresh<T>(key: string, ask: () => Promise<T>, take: (value: T) => void): Promise<boolean> {
    if (!session.me) return false
    try {
      const value = await ask()
      take(value)
      await outbox.keepList(key, value)
      return true
    } catch (failure) {
      if (failure instanceof ApiProblem) return false
      throw failure
    }
  }

  onMounted(async () => {
    open.value = (await outbox.list<OpenStocktake[]>('open')) ?? []
    isRead.value = (await fresh('open', openStocktakes, (value) => (open.value = value))) ? 'server' : 'device'
  })
  watch(code, async (now) => {
    rooms.value = []
    if (now === '') return
    const key = `rooms ${now}`
    const kept = (await outbox.list<ExpectedRoom[]>(key)) ?? []
    if (code.value !== now) return
    rooms.value = kept
    await fresh(key, () => expectedRooms(now), (value) => {
      if (code.value === now) rooms.value = value
    })
  })
  return { open, rooms, code, isRead }
}
