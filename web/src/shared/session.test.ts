// SPDX-License-Identifier: Apache-2.0
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api, connection, got } from './api/client'
import { ApiProblem } from './api/problem'
import { useSession } from './session'
import { settingsOf, useSettings } from './settings'
import { fakeServer, problem, sessionOf } from './testing'

const session = (person = 'p1', csrf_token = 'c1') => sessionOf(['budget.read'], { person, csrf_token })
const ended = { status: 401, body: problem(401, 'identity.session.none') }

beforeEach(() => {
  localStorage.clear()
  setActivePinia(createPinia())
  Object.assign(connection, { csrfToken: '', signInAgain: null })
})

describe('a session', () => {
  it('is asked for once, and none is no failure', async () => {
    const sent = fakeServer({ 'GET /api/v1/identity/me': ended })
    const store = useSession()
    await Promise.all([store.ready(), store.ready()])
    expect([store.me, sent.length]).toEqual([null, 1])
  })

  it('is asked for again when the server could not be reached', async () => {
    fakeServer({ 'GET /api/v1/identity/me': { status: 503, body: problem(503, 'request.database_away') } })
    const store = useSession()
    await expect(store.ready()).rejects.toBeInstanceOf(ApiProblem)
    fakeServer({ 'GET /api/v1/identity/me': { body: session() } })
    await store.ready()
    expect(store.may('budget.read')).toBe(true)
    expect(store.may('budget.pay')).toBe(false)
  })

  it('that ended is renewed by one dialog for all requests that wait, and they go again', async () => {
    const store = useSession()
    store.enter(session())
    let isOver = true
    const sent = fakeServer({ 'GET /api/v1/identity/me': () => (isOver ? ended : { body: session() }) })
    const waiting = [got(api.GET('/api/v1/identity/me')), got(api.GET('/api/v1/identity/me'))]
    await vi.waitFor(() => expect(store.isAskedAgain).toBe(true))
    isOver = false
    store.enter(session('p1', 'c2'))
    expect((await Promise.all(waiting)).map((me) => me.person)).toEqual(['p1', 'p1'])
    expect(sent).toHaveLength(4)
    expect([store.isAskedAgain, connection.csrfToken]).toEqual([false, 'c2'])
  })

  it('that ended and is given up refuses what waits', async () => {
    const store = useSession()
    store.enter(session())
    fakeServer({ 'GET /api/v1/identity/me': ended })
    const waiting = got(api.GET('/api/v1/identity/me')).catch((failure: unknown) => failure)
    await vi.waitFor(() => expect(store.isAskedAgain).toBe(true))
    store.giveUp()
    expect(await waiting).toMatchObject({ code: 'identity.session.none' })
    expect(store.me).toBeNull()
  })

  it('of another person begins a fresh application and sends nothing of the first', async () => {
    const store = useSession()
    store.enter(session())
    const sent = fakeServer({ 'GET /api/v1/identity/me': ended })
    void got(api.GET('/api/v1/identity/me'))
    await vi.waitFor(() => expect(store.isAskedAgain).toBe(true))
    const went = vi.spyOn(globalThis.location, 'assign').mockImplementation(() => undefined)
    store.enter(session('p2'))
    await Promise.resolve()
    expect(went).toHaveBeenCalledWith('/')
    expect(sent).toHaveLength(1)
  })

  it('is over after signing out, even when it was over already', async () => {
    const store = useSession()
    store.enter(session())
    fakeServer({ 'POST /api/v1/identity/sign-out': ended })
    await store.signOut()
    expect([store.me, connection.csrfToken, store.isAskedAgain]).toEqual([null, '', false])
  })
})

describe('signing out without a line', () => {
  const ending = (sent: Request[]) => sent.filter(({ url }) => url.endsWith('/sign-out')).map(({ headers }) => headers.get('x-csrf-token'))
  it('forgets what is kept at once, and ends the session before the next page asks anything', async () => {
    localStorage.setItem('mingji.copy.x', JSON.stringify({ about: 'a', person: 'p1', at: Date.now(), value: 1 }))
    fakeServer({ 'POST /api/v1/identity/sign-out': { status: 503, body: problem(503, 'request.database_away') } })
    const store = useSession()
    store.enter(sessionOf())
    await store.signOut()
    expect([store.me, localStorage.getItem('mingji.copy.x')]).toEqual([null, null])
    setActivePinia(createPinia())
    const sent = fakeServer({ 'GET /api/v1/identity/me': { body: sessionOf([], { csrf_token: 'old' }) }, 'POST /api/v1/identity/sign-out': { status: 204 } })
    await useSession().ready()
    expect(ending(sent)).toEqual(['old'])
    setActivePinia(createPinia())
    const later = fakeServer({ 'GET /api/v1/identity/me': { body: sessionOf() } })
    await useSession().ready()
    expect(ending(later)).toEqual([])
  })
})

describe('settings', () => {
  it('are read from anything that was stored', () => {
    const usual = settingsOf(null)
    for (const stored of [undefined, 7, 'x', [], { unit: 'dollar', isDark: 'yes', language: 'fr' }]) expect(settingsOf(stored)).toEqual(usual)
    expect(settingsOf({ unit: 'yuan', isDark: true, language: 'en', hasKeys: false })).toMatchObject({ unit: 'yuan', isDark: true, language: 'en', hasKeys: false })
  })

  it('are shown at once and kept in this browser', () => {
    const { settings, money } = useSettings()
    settings.isDark = true
    settings.isElder = true
    settings.language = 'en'
    expect(document.documentElement.className).toBe('dark elder')
    expect(document.documentElement.lang).toBe('en')
    expect(settingsOf(JSON.parse(localStorage.getItem('mingji.settings') ?? ''))).toEqual({ ...settings })
    expect(money('37202700.00')).toBe('3,720.27')
    settings.unit = 'yuan'
    expect(money('37202700.00')).toBe('37,202,700.00')
    Object.assign(settings, settingsOf(null))
    expect(document.documentElement.className).toBe('')
  })
})
