// SPDX-License-Identifier: Apache-2.0
import { useRouter } from 'vue-router'
import type { components } from '@/shared/api.gen'
import type { Page } from '@/shared/page/page'
import { useSession } from '@/shared/session'

export type Missing = components['schemas']['MissingThing']

/** Pages where something that is missing is put right, the best one first. Another slice owns most of them. */
function candidates({ kind, code, name }: Missing, year: string): string[] {
  const about = code === null ? `year=${year}` : `year=${year}&code=${encodeURIComponent(code)}`
  const register = encodeURIComponent(name.replace(/^[^:：]*[:：]/, ''))
  switch (kind) {
    case 'targets_missing':
      return ['/indicators/import', `/indicators?year=${year}`]
    case 'budget_missing':
      return [`/budget/import?year=${year}`, '/budget/execution']
    case 'no_data':
      return [`/indicators/measures?${about}`]
    case 'ledger_not_imported':
      return [`/ledgers/register/${register}/import`, `/ledgers/register/${register}`]
    case 'month_not_paid':
      return [`/budget/payments?year=${year}`]
    case 'execution_behind':
      return [`/budget/execution?year=${year}`]
    default:
      return [`/self-evaluation?${about}`]
  }
}

/** Which pages this person may open; links to others are not shown. */
export function useOpenPages() {
  const router = useRouter()
  const session = useSession()
  const isOpen = (page: Page | undefined) => page !== undefined && (page.permissions === undefined || page.permissions.some(session.may))

  /** The address where it is put right; null where there is no such page for this person. */
  const placeOf = (missing: Missing, year: string): string | null => candidates(missing, year).find((path) => isOpen(router.resolve(path).meta.page)) ?? null
  /** The address when it may be opened. */
  const ifOpen = (path: string): string | null => (isOpen(router.resolve(path).meta.page) ? path : null)
  const inMenu = (): Page[] => router.getRoutes().flatMap(({ meta }) => (meta.page?.menu !== undefined && isOpen(meta.page) ? [meta.page] : [])).sort((a, b) => a.name.localeCompare(b.name))

  return { placeOf, ifOpen, inMenu }
}
