// SPDX-License-Identifier: Apache-2.0
import { Calendar, ChatDotRound, Collection, Comment, Document, HomeFilled, Key, OfficeBuilding, Search, Setting, Tickets, Tools, TrendCharts, User } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { Page } from '@/shared/page/page'
import { t } from './words'

// The slices in the order of the day's work; `also` are slices whose pages stand in the same group.
const groups = [
  { slice: 'desk', icon: HomeFilled },
  { slice: 'budget', icon: Tickets },
  { slice: 'ledgers', icon: Collection },
  { slice: 'premises', also: ['allocations'], icon: OfficeBuilding },
  { slice: 'holdings', icon: Key },
  { slice: 'meetings', icon: Comment },
  { slice: 'repairs', icon: Tools },
  { slice: 'surveys', icon: ChatDotRound },
  { slice: 'indicators', icon: TrendCharts },
  { slice: 'reports', icon: Document },
  { slice: 'check', icon: Search },
  { slice: 'closing', icon: Calendar },
  { slice: 'identity', icon: User },
  { slice: 'system', icon: Setting },
] as const satisfies readonly { slice: string; also?: readonly string[]; icon: Component }[]

export interface MenuGroup {
  slice: string
  title: string
  icon: Component
  pages: Page[]
}

export const sliceOf = (page: Page) => page.name.split('.')[0] ?? page.name
/** The slice that names the group of the menu in which a page stands. */
export const groupOf = (page: Page) => groups.find((group) => 'also' in group && (group.also as readonly string[]).includes(sliceOf(page)))?.slice ?? sliceOf(page)

export function isPermitted(page: Page, may: (permission: string) => boolean): boolean {
  return page.permissions === undefined || page.permissions.some(may)
}

/** What a person sees in the menu: only pages that they may open, groups without any left out. */
export function menuOf(pages: readonly Page[], may: (permission: string) => boolean): MenuGroup[] {
  return groups
    .map(({ slice, icon }) => ({
      slice,
      icon,
      title: t(`slice_${slice}`),
      pages: pages
        .filter((page) => page.menu !== undefined && groupOf(page) === slice && isPermitted(page, may))
        .sort((a, b) => (a.menu ?? 0) - (b.menu ?? 0)),
    }))
    .filter((group) => group.pages.length > 0)
}

/** The pages above a page, outermost first. */
export function above(pages: readonly Page[], page: Page): Page[] {
  const parent = pages.find(({ name }) => name === page.under)
  return parent ? [...above(pages, parent), parent] : []
}
