// SPDX-License-Identifier: Apache-2.0
import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { copyOf, forgetCopy, keepCopy } from '@/shared/kept/copy'
import { forgetPages, keepPage } from '@/shared/kept/offlinePage'
import { useSession } from '@/shared/session'
import { useStages } from './queries'
import type { Stages } from './service'

const name = 'meetings.checks'
const pageOf = (booking: string) => `/meetings/bookings/${encodeURIComponent(booking)}/checks`
const isChecks = (address: string) => address.startsWith('/meetings/') && address.endsWith('/checks')

/** One list at a time: the pages of other meetings are of no use without theirs. */
async function keepOnly(booking: string): Promise<boolean> {
  await forgetPages((address) => isChecks(address) && address !== pageOf(booking))
  return keepPage(name, pageOf(booking))
}

/** The checklists of a meeting from the server, and where it cannot be asked, those of this device as they were last. */
export function useKeptStages(booking: string) {
  const session = useSession()
  const { data, error, failureReason, fetchStatus, refetch } = useStages(booking)
  /** Whether the page opens again without the network; null until that is known. */
  const isKept = ref<boolean | null>(null)
  const last = ref(copyOf<Stages>(name, booking))
  const isAway = computed(() => fetchStatus.value === 'paused' || (failureReason.value instanceof ApiProblem && failureReason.value.isPassing))
  const copy = computed(() => (data.value === undefined && isAway.value ? last.value : null))
  const stages = computed(() => data.value ?? copy.value?.value)

  watch(data, async (now) => {
    if (!now || !session.me) return
    if (now.meeting.is_confidential) {
      // It stays with the server, also when it has become so.
      forgetCopy(name, booking)
      await forgetPages((address) => address === pageOf(booking)).catch(() => undefined)
      return
    }
    keepCopy(name, { about: booking, person: session.me.person, at: Date.now(), value: now })
    isKept.value ??= await keepOnly(booking).catch(() => false)
  }, { immediate: true })

  async function again(): Promise<void> {
    try {
      await session.ready()
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
    }
    await refetch()
  }
  const online = () => void again()
  onMounted(() => window.addEventListener('online', online))
  onBeforeUnmount(() => window.removeEventListener('online', online))
  return { stages, data, copy, error, isKept, again }
}
