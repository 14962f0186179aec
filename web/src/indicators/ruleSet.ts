// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import { useInAddress } from '@/shared/page/useInAddress'

/** The contract names it: what the server takes where nothing else is asked for. */
const usual = 'hubei-2020'

/** The rule set that a year is looked at with; what the weights have to come to is its `total`. */
export function useRuleSet() {
  const chosen = useInAddress('rules')
  const query = useQuery({ queryKey: ['indicators', 'rule-sets'], queryFn: () => got(api.GET('/api/v1/indicators/rule-sets')), staleTime: Infinity })
  const rules = computed(() => query.data.value?.items.find(({ id }) => id === (chosen.value || usual)))
  const total = computed(() => rules.value?.indicators_total ?? '')
  return { rules, total }
}
