// SPDX-License-Identifier: Apache-2.0
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useFilters } from '@/shared/table/useFilters'
import { conditionOf, writtenAs, type Condition } from './conditions'
import type { LedgerColumn, RecordQuery } from './ledgers'
import { t as say } from './wordsOfRecords'

/** What records are looked for: words and order as every list has them (useFilters), and any number of conditions. */
export function useRecordQuery(columns: () => readonly LedgerColumn[]) {
  const route = useRoute()
  const router = useRouter()
  const filters = useFilters(() => [{ name: 'q', label: say('keyword'), kind: 'text', hint: say('hint') }])

  const conditions = computed<Condition[]>(() => [route.query.filter ?? []].flat().flatMap((text) => conditionOf(text ?? '', columns()) ?? []))

  function setConditions(next: readonly Condition[]): Promise<unknown> {
    const others = Object.fromEntries(Object.entries(route.query).filter(([name]) => name !== 'filter'))
    return router.push({ query: next.length > 0 ? { ...others, filter: next.map(writtenAs) } : others })
  }

  /** Ready for a request. A column that is gone meanwhile does not order anything. */
  const query = computed<RecordQuery>(() => {
    const sort = filters.sort.value
    const isKnown = sort !== null && columns().some(({ title }) => title === sort.key)
    const filter = conditions.value.map(writtenAs)
    return {
      ...(filters.values.value.q ? { q: filters.values.value.q } : {}),
      ...(filter.length > 0 ? { filter } : {}),
      ...(isKnown ? { sort: (sort.descending ? '-' : '') + sort.key } : {}),
    }
  })
  return { filters, conditions, setConditions, query }
}
