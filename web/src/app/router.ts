// SPDX-License-Identifier: Apache-2.0
import { shallowRef } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized, type RouterHistory, type RouteRecordRaw } from 'vue-router'
import { isUnfinished } from '@/identity/account'
import { codeInAddress, withoutCode } from '@/identity/codeInAddress'
import { asProblem, unreachable, type ApiProblem } from '@/shared/api/problem'
import type { Page } from '@/shared/page/page'
import { useSession } from '@/shared/session'
import { isPermitted } from './menu'
import { pages } from './pages'

declare module 'vue-router' {
  interface RouteMeta {
    page?: Page
  }
}

/** Why a page could not be opened: nobody could be asked who we are, or its code could not be fetched. It can be tried again. */
export const startProblem = shallowRef<{ problem: ApiProblem; to: string } | null>(null)

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/desk' },
  ...pages.map((page): RouteRecordRaw => ({ path: page.path, name: page.name, component: page.component as never, meta: { page } })),
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
]

async function guard(to: RouteLocationNormalized) {
  const bare = withoutCode(to)
  if (bare) return bare
  if (to.meta.page?.isAnonymous) {
    startProblem.value = null
    return true
  }
  const session = useSession()
  try {
    await session.ready()
  } catch (failure) {
    if (to.meta.page?.isOffline && asProblem(failure).isPassing) {
      startProblem.value = null
      return true
    }
    startProblem.value = { problem: asProblem(failure), to: to.fullPath }
    return false
  }
  startProblem.value = null
  const page = to.meta.page
  // Signing out leaves the page first, so that it may ask about unsaved changes (AppShell).
  if (session.me && to.name === 'identity.sign-in' && to.query.out === undefined) {
    codeInAddress.value = ''
    return '/desk'
  }
  if (!page || page.access === 'open') return true
  if (!session.me) return { name: 'identity.sign-in', query: to.fullPath === '/desk' ? {} : { to: to.fullPath } }
  // The server refuses everything else until a password and, for administrators, a second factor is set.
  if (isUnfinished(session.me) && to.name !== 'identity.account') return { name: 'identity.account', query: to.path === '/desk' ? {} : { to: to.fullPath }, replace: true }
  if (!isPermitted(page, session.may)) return { name: 'not-found', params: { rest: to.path.slice(1).split('/') }, query: { why: 'permission' }, replace: true }
  return true
}

/** Whether the code of a page could not be fetched: the server is away, or was upgraded meanwhile. */
export const isLoadFailure = (failure: unknown) => failure instanceof Error && /dynamically imported module|preload CSS/.test(failure.message)

export function makeRouter(history: RouterHistory = createWebHistory()) {
  const router = createRouter({
    history,
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  router.beforeEach(guard)
  router.onError((failure, to) => {
    if (isLoadFailure(failure)) startProblem.value = { problem: unreachable(), to: to.fullPath }
  })
  return router
}
