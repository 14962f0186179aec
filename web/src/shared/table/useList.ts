// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'

interface Part<Row> {
  items: Row[]
  next: string | null
}

/**
 * A list that the server gives in parts. `key` names it (slice, thing, filters …): another key is another list.
 *
 *     const payments = useList(computed(() => ['payments', year, filters.values.value]), (cursor) => got(api.GET(…)))
 *     <DataTable :rows="payments.rows.value" :has-more="payments.hasMore.value" @more="payments.more" …>
 */
export function useList<Row>(key: Ref<readonly unknown[]>, ask: (cursor: string | undefined) => Promise<Part<Row>>) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Part<Row>) => last.next ?? undefined,
  })
  const rows = computed<Row[] | undefined>(() => query.data.value?.pages.flatMap((part) => part.items))
  const more = () => {
    if (query.hasNextPage.value && !query.isFetchingNextPage.value) void query.fetchNextPage()
  }
  return { rows, more, hasMore: query.hasNextPage, error: query.error, isFetching: query.isFetching, refetch: query.refetch }
}
