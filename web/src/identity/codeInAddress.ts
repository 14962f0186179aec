// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue'
import type { RouteLocationNormalized, RouteLocationRaw } from 'vue-router'

/** A one-time code that a link brought along: /sign-in#CODE. The part behind # is never sent to a server. */
export const codeInAddress = ref('')

/** Takes the code out of the address before anything else happens, so that it stays in no history and on no screen. */
export function withoutCode(to: RouteLocationNormalized): RouteLocationRaw | null {
  if (to.name !== 'identity.sign-in' || to.hash === '') return null
  codeInAddress.value = to.hash.slice(1)
  globalThis.history.replaceState(globalThis.history.state, '', to.fullPath.slice(0, to.fullPath.indexOf('#')))
  return { path: to.path, query: to.query, replace: true }
}
