// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { useSession } from '@/shared/session'
import { t } from './wordsOfRights'

export type Organisation = Contract<'Organisation'>
export type Kind = Contract<'OrgKind'>
export interface TreeRow extends Organisation {
  depth: number
}

const kinds: readonly Kind[] = ['region', 'department', 'unit', 'section']

/** Everybody below who is above them, by name; whose parent is out of reach stands at the top. */
export function treeOf(all: readonly Organisation[]): TreeRow[] {
  const known = new Set(all.map(({ id }) => id))
  const parentOf = ({ parent }: Organisation) => (parent !== null && known.has(parent) ? parent : null)
  const byName = [...all].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
  const below = (parent: string | null, depth: number): TreeRow[] =>
    byName.filter((one) => parentOf(one) === parent).flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}

/** What may stand below an organisation of a kind: the same or a lower one; nothing below a section, at the top no section. */
export function kindsBelow(kind: Kind | null): Kind[] {
  if (kind === 'section') return []
  return kind === null ? kinds.slice(0, 3) : kinds.slice(kinds.indexOf(kind))
}

/** Where an organisation may be moved to: nothing that is below itself. */
export const placesFor = (moved: { id: string; kind: Kind }, all: readonly Organisation[]) =>
  all.filter((one) => kindsBelow(one.kind).includes(moved.kind) && !one.path.split('/').includes(moved.id))

export const organisationsKey = ['identity', 'organisations']

/** The organisations within one's reach, as choices and by id; `org` of a query is left out for one's own. */
export function useOrganisations() {
  const session = useSession()
  const query = useQuery({ queryKey: organisationsKey, queryFn: () => got(api.GET('/api/v1/identity/organisations')) })
  const tree = computed(() => treeOf(query.data.value?.items ?? []))
  const choices = computed(() => tree.value.filter(({ kind, id }) => kind !== 'section' && id !== session.me?.org).map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })))
  const nameOf = (id: string) => tree.value.find((one) => one.id === id)?.name ?? id
  const sectionsOf = (org: string) => tree.value.filter(({ kind, path }) => kind === 'section' && path.split('/').includes(org))
  return { query, tree, choices, nameOf, sectionsOf }
}

interface Fields {
  name: string
  region_code: string
  region_name: string
}

export const findingsOfOrganisation = ({ name, region_code, region_name }: Fields) => ({
  '/name': name.trim() === '' && t('name_needed'),
  '/region_code': !/^\d{6}$/.test(region_code.trim()) && t('region_wrong'),
  '/region_name': region_name.trim() === '' && t('region_name_needed'),
})

export const trimmed = <T extends Fields>(typed: T): T => ({ ...typed, name: typed.name.trim(), region_code: typed.region_code.trim(), region_name: typed.region_name.trim() })
