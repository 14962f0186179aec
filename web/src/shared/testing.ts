// SPDX-License-Identifier: Apache-2.0
// For tests alone: mounts a component with what the application around it has.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useSession, type Session } from './session'

enableAutoUnmount(afterEach)

interface Options {
  props?: Record<string, unknown>
  slots?: Record<string, unknown>
  at?: string
  /** The page's path, when it reads what its address says: /check/:report. */
  path?: string
  /** Who is signed in; nobody when not given. */
  me?: Session
}

export async function mounted(component: unknown, { props = {}, slots = {}, at = '/', path = '/:rest(.*)*', me }: Options = {}): Promise<VueWrapper> {
  localStorage.clear()
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path, component: { render: () => null } }] })
  await router.push(at)
  const pinia = createPinia()
  setActivePinia(pinia)
  if (me) useSession().enter(me)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = mount(component as Component, { props, slots: slots as never, attachTo: document.body, global: { plugins: [pinia, router, [VueQueryPlugin, { queryClient }]] } })
  await flushPromises()
  return wrapper
}

interface Answer {
  status?: number
  body?: unknown
  headers?: Record<string, string>
}

/** What the server answers to a method and a path; every request is kept. A path without an answer is not there. */
export function fakeServer(answers: Record<string, Answer | (() => Answer)>): Request[] {
  const sent: Request[] = []
  globalThis.fetch = (async (input: Request) => {
    const request = input instanceof Request ? input : new Request(input)
    sent.push(request)
    const found = answers[`${request.method} ${new URL(request.url).pathname}`]
    const { status = 200, body, headers = {} } = (typeof found === 'function' ? found() : found) ?? { status: 404, body: problem(404, 'request.path_unknown') }
    const type = status >= 400 ? 'application/problem+json' : 'application/json'
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } })
  }) as typeof fetch
  return sent
}

/** Somebody who is signed in, with exactly these permissions. */
export function sessionOf(permissions: string[] = [], more: Partial<Session> = {}): Session {
  return {
    session: 's', person: 'p1', account: 'jixiao', name: 'n', org: 'o', org_name: 'u', roles: [], permissions, csrf_token: 'c',
    must_change_password: false, has_second_factor: false, must_set_second_factor: false, ...more,
  }
}

export function problem(status: number, code: string, errors: { pointer: string; code: string; message: string }[] = []) {
  return { type: `/problems/${code}`, title: code, status, detail: code, instance: '', code, trace_id: 'trace', errors }
}

/** An EventSource that never says anything. */
export class QuietEvents {
  addEventListener = () => undefined
  close = () => undefined
}
