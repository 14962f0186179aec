// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import { useSession } from '@/shared/session'

/** The sections of the unit: any of them may keep a register. */
export function useSections() {
  const session = useSession()
  const { data } = useQuery({ queryKey: ['identity', 'organisations'], queryFn: () => got(api.GET('/api/v1/identity/organisations')) })
  const sections = computed(() => (data.value?.items ?? []).filter(({ kind, parent }) => kind === 'section' && parent === session.me?.org))
  const nameOf = (id: string) => sections.value.find((one) => one.id === id)?.name ?? id
  return { sections, nameOf }
}
