// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue'
import { useInAddress } from '@/shared/page/useInAddress'
import { useYears } from './queries'

/** The year that is looked at: that of the address, or the newest with indicators. '' while nothing is known. */
export function useYear() {
  const chosen = useInAddress('year')
  const years = useYears()
  const newest = computed(() => String(years.data.value?.at(-1)?.year ?? ''))
  const year = computed(() => chosen.value || newest.value)
  return { chosen, year, years }
}
