// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { language } from '@/shared/catalogue'
import { t } from './wordsOfRights'

export type Person = Contract<'Person'>
export type Grant = Contract<'Grant'>
export const peopleKey = ['identity', 'people']
export const grantsKey = ['identity', 'grants']

/** `?org=` of a request: left out for one's own. */
export const orgOf = (values: Record<string, string>) => (values.org ? { org: values.org } : {})

/** Everybody, every grant or every session as a file of the server, narrowed as the list is. */
export const exportsOf = (what: 'people' | 'grants' | 'sessions', values: Record<string, string> = {}) =>
  (['xlsx', 'csv'] as const).map((format) => ({ label: t(`export_${format}`), href: `/api/v1/identity/${what}/export?${new URLSearchParams({ ...values, format }).toString()}` }))

export function useRoles() {
  const query = useQuery({ queryKey: ['identity', 'roles'], queryFn: () => got(api.GET('/api/v1/identity/roles')), staleTime: Infinity })
  const roles = computed(() => query.data.value?.items ?? [])
  return { query, roles }
}

export const roleName = (role: Contract<'Role'>) => (language.value === 'en' ? role.english_name : role.name)

/** Why this person cannot decide on a grant, as the server sees it too: nobody on what they proposed or receive. */
export function barOf(grant: Grant, me: { account: string; person: string }): 'yours' | 'about_you' | null {
  if (grant.proposed_by === me.account) return 'yours'
  return grant.person === me.person ? 'about_you' : null
}
