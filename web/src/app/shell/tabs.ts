// SPDX-License-Identifier: Apache-2.0

/** The pages that a person has open, as values. They are kept for this window, so that F5 shows them again. */
export interface Tab {
  /** What makes it this tab: the address without filters. */
  path: string
  /** Where it was left, with filters. */
  fullPath: string
}

const most = 20

/** The tab of a page that is shown: as it was, with the new filters, or a new one at the end. */
export function shownTab(tabs: readonly Tab[], tab: Tab): Tab[] {
  if (tabs.some(({ path }) => path === tab.path)) return tabs.map((one) => (one.path === tab.path ? tab : one))
  return [...tabs, tab].slice(-most)
}

/** Without a tab, and where to go when it was the one that is shown: its right neighbour, else its left one. */
export function closedTab(tabs: readonly Tab[], path: string): { tabs: Tab[]; neighbour: Tab | undefined } {
  const index = tabs.findIndex((tab) => tab.path === path)
  return { tabs: tabs.filter((tab) => tab.path !== path), neighbour: tabs[index + 1] ?? tabs[index - 1] }
}

const place = 'mingji.tabs'
const isTab = (one: unknown): one is Tab =>
  typeof one === 'object' && one !== null && 'path' in one && 'fullPath' in one && typeof one.path === 'string' && typeof one.fullPath === 'string'

/** The person is part of it: another one at this window does not see where the first has been. */
export function readTabs(person: string): Tab[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('person' in kept) || kept.person !== person) return []
    return 'tabs' in kept && Array.isArray(kept.tabs) ? kept.tabs.filter(isTab).slice(-most) : []
  } catch {
    return []
  }
}

export function keepTabs(person: string, tabs: readonly Tab[]): void {
  sessionStorage.setItem(place, JSON.stringify({ person, tabs }))
}
