// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, shallowReactive } from 'vue'

/** A page as its slice declares it (pages.ts). The router, the menu, the tabs and the search box all read this. */
export interface Page {
  /** slice.thing; the part before the dot groups the menu. */
  name: string
  path: string
  title: () => string
  component: () => Promise<unknown>
  /** `open`: needs no session. */
  access: 'open' | 'signed_in'
  /** It opens also when the server cannot be asked who we are: it keeps what it needs on the device. */
  isOffline?: boolean
  /** Nobody asks who opens it, and what it sends goes without a session. */
  isAnonymous?: boolean
  /** Any one of them is enough; the server checks by itself. */
  permissions?: readonly string[]
  /** Its place in the menu of its slice; a page without one is reached from others. */
  menu?: number
  /** The page above it in the breadcrumb. */
  under?: string
}

/** Titles that pages gave themselves (a ledger's name), by address. */
export const ownTitles = shallowReactive(new Map<string, string>())

type Save = () => unknown
const saves: Save[] = []

/** What Ctrl+S does while this component is there. */
export function useSaveKey(save: Save): void {
  saves.push(save)
  onBeforeUnmount(() => saves.splice(saves.indexOf(save), 1))
}

/** Saves what was opened last; false when there is nothing to save. */
export function saveNow(): boolean {
  const save = saves.at(-1)
  save?.()
  return save !== undefined
}
