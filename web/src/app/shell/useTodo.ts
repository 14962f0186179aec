// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { isAbout } from '@/shared/api/fresh'
import { useSession } from '@/shared/session'
import { todoCount } from '@/shared/todo'
import { useWhenUsed } from './useWhenUsed'

export interface Todo {
  what: 'desk' | 'grants' | 'restoration' | 'jobs' | 'notices' | 'reports'
  count: number
  to: string
}

const recentMs = 7 * 24 * 3600 * 1000

/** Only what this person can still do something about: their own jobs of the last days. */
export const failedOf = (jobs: readonly Contract<'JobRow'>[], account: string, now: number) =>
  jobs.filter((job) => job.account === account && job.ended_at !== null && now - Date.parse(job.ended_at) < recentMs).length

/** Roles that wait for this person; what one proposed or receives is for somebody else. */
export const decidable = (grants: readonly Contract<'Grant'>[], me: { account: string; person: string }) =>
  grants.filter((grant) => grant.proposed_by !== me.account && grant.person !== me.person).length

/** A restoration that waits for another administrator than the one who asked for it. */
export const isDecidable = (restoration: Contract<'Restoration'> | null, account: string) =>
  restoration?.state === 'asked' && restoration.account !== account

/**
 * What waits for this person, from lists that the server has anyway; the desk counts its own. It is asked for when they go
 * to another page, what an event told of when they next touch this one, and never by the clock: whoever is away must not be kept
 * signed in by a number in the header.
 */
export function useTodo() {
  const session = useSession()
  const isReady = computed(() => session.me !== null && !session.me.must_change_password && !session.me.must_set_second_factor)
  const grants = useQuery({
    queryKey: ['identity', 'grants', 'todo'],
    queryFn: () => got(api.GET('/api/v1/identity/grants', { params: { query: { state: 'proposed', limit: 200 } } })),
    enabled: computed(() => isReady.value && session.may('identity.authorise')),
  })
  const jobs = useQuery({
    queryKey: ['jobs', 'todo'],
    queryFn: () => got(api.GET('/api/v1/jobs', { params: { query: { state: 'failed', limit: 50 } } })),
    enabled: computed(() => isReady.value && session.may('jobs.start')),
  })

  const status = useQuery({
    queryKey: ['system', 'status', 'todo'],
    queryFn: () => got(api.GET('/api/v1/system/status')),
    enabled: computed(() => isReady.value && session.may('system.approve')),
  })

  const notices = useQuery({
    queryKey: ['meetings', 'notices', 'todo'],
    queryFn: () => got(api.GET('/api/v1/meetings/notices', { params: { query: { limit: 1 } } })),
    enabled: computed(() => isReady.value && session.may('meetings.read')),
  })
  // Who has no notices needs no stream for them either.
  if (isReady.value && session.may('meetings.read')) useWhenUsed('change', (event) => isAbout(event, 'meetings.notices') && notices.isFetched.value, () => void notices.refetch())

  const reports = useQuery({
    queryKey: ['repairs', 'orders', 'todo'],
    queryFn: () => got(api.GET('/api/v1/repairs/orders', { params: { query: { state: 'submitted', limit: 1 } } })),
    enabled: computed(() => isReady.value && session.may('repairs.work')),
  })
  if (isReady.value && session.may('repairs.work')) useWhenUsed('change', (event) => isAbout(event, 'repairs.orders') && reports.isFetched.value, () => void reports.refetch())

  const route = useRoute()
  watch(() => route.path, () => {
    for (const query of [grants, jobs, status, notices, reports]) if (query.isStale.value && query.isFetched.value) void query.refetch()
  })

  const all = computed<Todo[]>(() => {
    const { me } = session
    if (!me) return []
    return [
      { what: 'desk', count: todoCount.value ?? 0, to: '/desk' },
      { what: 'grants', count: decidable(grants.data.value?.items ?? [], me), to: '/grants?state=proposed' },
      { what: 'restoration', count: isDecidable(status.data.value?.restoration ?? null, me.account) ? 1 : 0, to: '/backups' },
      { what: 'notices', count: notices.data.value?.open ?? 0, to: '/meetings/notices' },
      { what: 'reports', count: reports.data.value?.total ?? 0, to: '/repairs/orders?state=submitted' },
      { what: 'jobs', count: failedOf(jobs.data.value?.items ?? [], me.account, Date.now()), to: '/jobs?state=failed' },
    ] satisfies Todo[]
  })
  const items = computed(() => all.value.filter(({ count }) => count > 0))
  const count = computed(() => items.value.reduce((sum, one) => sum + one.count, 0))
  return { items, count }
}
