// SPDX-License-Identifier: Apache-2.0
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, connection, got } from './api/client'
import type { Contract } from './api/contract'
import { ApiProblem } from './api/problem'
import { forgetCopies } from './kept/copy'

export type Session = Contract<'Session'>

const left = 'mingji.left'
/** That a session is to be ended; a browser that keeps nothing forgets it with the page. */
function markLeft(isSo: boolean): void {
  try {
    if (isSo) localStorage.setItem(left, '1')
    else localStorage.removeItem(left)
  } catch {
    // A private window or a full disk.
  }
}
function isLeft(): boolean {
  try {
    return localStorage.getItem(left) !== null
  } catch {
    return false
  }
}

/** Who is signed in, what they may do, and how they come back in place when the session ended. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Session | null>(null)
  /** The dialog asks while this is set; it is answered by enter() or giveUp(). */
  const isAskedAgain = ref(false)
  const lastContact = ref(Date.now())
  let loading: Promise<void> | null = null
  let waiting: Promise<boolean> | null = null
  let answer: ((isIn: boolean) => void) | null = null

  connection.onContact = () => {
    lastContact.value = Date.now()
  }

  function take(session: Session | null): void {
    me.value = session
    forgetCopies(session?.person)
    connection.csrfToken = session?.csrf_token ?? ''
    connection.signInAgain = session ? askAgain : null
  }

  function askAgain(): Promise<boolean> {
    // All requests that were refused wait for the same dialog.
    waiting ??= new Promise<boolean>((resolve) => {
      isAskedAgain.value = true
      answer = resolve
    }).finally(() => {
      waiting = null
      isAskedAgain.value = false
    })
    return waiting
  }

  /** A session began. Another person than before gets a fresh application: nothing of the first may be seen or sent. */
  function enter(session: Session): void {
    // The cookie is of this session now; the one that was left is out of reach and ends by itself.
    markLeft(false)
    const isAnother = me.value !== null && me.value.person !== session.person
    take(session)
    if (isAnother) globalThis.location.assign('/')
    else answer?.(true)
    answer = null
  }

  function giveUp(): void {
    take(null)
    answer?.(false)
    answer = null
  }

  /** Somebody signed out without a line: their session ends before anything else is asked with it. */
  async function endLeft(): Promise<void> {
    if (!isLeft()) return
    try {
      connection.csrfToken = (await got(api.GET('/api/v1/identity/me'))).csrf_token
      await got(api.POST('/api/v1/identity/sign-out'))
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 401) throw failure
    } finally {
      connection.csrfToken = me.value?.csrf_token ?? ''
    }
    markLeft(false)
  }
  // What does not get through now is tried again with the next page.
  globalThis.addEventListener('online', () => void endLeft().catch(() => undefined))

  async function load(): Promise<void> {
    try {
      await endLeft()
      take(await got(api.GET('/api/v1/identity/me')))
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 401) throw failure
      take(null)
    }
  }

  /** Asks the server once who we are; a failure may be tried again. */
  function ready(): Promise<void> {
    loading ??= load().catch((failure: unknown) => {
      loading = null
      throw failure
    })
    return loading
  }

  async function signOut(): Promise<void> {
    connection.signInAgain = null
    // Whatever the line does, nothing of theirs stays on this device.
    forgetCopies()
    try {
      await got(api.POST('/api/v1/identity/sign-out'))
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || !(failure.isPassing || failure.status === 401)) throw failure
      markLeft(failure.isPassing)
    }
    take(null)
  }

  const permissions = computed(() => new Set(me.value?.permissions ?? []))
  const may = (permission: string) => permissions.value.has(permission)

  return { me, isAskedAgain, lastContact, permissions, may, ready, enter, giveUp, signOut }
})
