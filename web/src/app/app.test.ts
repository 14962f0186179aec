// SPDX-License-Identifier: Apache-2.0
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { codeInAddress } from '@/identity/codeInAddress'
import type { Page } from '@/shared/page/page'
import { fakeServer, problem, sessionOf } from '@/shared/testing'
import { above, menuOf, sliceOf } from './menu'
import { pages } from './pages'
import listed from './pages.json'
import { makeRouter, startProblem } from './router'
import { idleState } from './shell/idle'
import { closedTab, keepTabs, readTabs, shownTab } from './shell/tabs'

const page = (name: string, more: Partial<Page> = {}): Page => ({ name, path: `/${name}`, title: () => name, component: () => Promise.resolve({}), access: 'signed_in', menu: 1, ...more })

describe('the pages', () => {
  const first = (path: string) => path.split('/')[1] ?? ''

  it('are those that the server knows by their first segment', () => {
    const segments = [...new Set(pages.map(({ path }) => first(path)))].sort()
    expect(listed).toEqual(segments)
    // These belong to the server.
    expect(segments.filter((segment) => ['', 'api', 'assets', 'livez', 'readyz', 'version', 'metrics'].includes(segment))).toEqual([])
  })

  it('have names and addresses of their own, a slice, and a way back', () => {
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length)
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
    const slices = ['desk', 'budget', 'ledgers', 'premises', 'allocations', 'holdings', 'meetings', 'repairs', 'surveys', 'indicators', 'reports', 'check', 'closing', 'identity', 'system']
    expect(pages.filter((one) => !slices.includes(sliceOf(one)))).toEqual([])
    expect(pages.filter(({ under }) => under && !pages.some(({ name }) => name === under))).toEqual([])
  })

  it('are found by the router, and everything else is not a page', () => {
    const router = makeRouter(createMemoryHistory())
    for (const { path, name } of pages) expect(router.resolve(path.replace(/:\w+/g, 'x')).name).toBe(name)
    expect(router.resolve('/nobody').name).toBe('not-found')
  })
})

it('a code in the address is taken out of it before anything is asked', async () => {
  setActivePinia(createPinia())
  let hash = 'nothing was asked'
  fakeServer({
    'GET /api/v1/identity/me': () => {
      hash = globalThis.location.hash
      return { status: 401, body: problem(401, 'identity.session.none') }
    },
  })
  const router = makeRouter(createMemoryHistory())
  globalThis.history.replaceState(null, '', '/sign-in?to=/help#the-code')
  await router.push('/sign-in?to=/help#the-code')
  expect([hash, codeInAddress.value, router.currentRoute.value.fullPath]).toEqual(['', 'the-code', '/sign-in?to=/help'])
})

it('of whoever opens an anonymous page nobody asks who they are', async () => {
  setActivePinia(createPinia())
  const asked = fakeServer({})
  const router = makeRouter(createMemoryHistory())
  await router.push('/survey#the-code')
  expect([asked, router.currentRoute.value.fullPath]).toEqual([[], '/survey#the-code'])
})

it('whoever has to set a password or a second factor first is led to that alone', async () => {
  const going = async (more: object, to: string) => {
    setActivePinia(createPinia())
    fakeServer({ 'GET /api/v1/identity/me': { body: sessionOf(['identity.read'], more) } })
    const router = makeRouter(createMemoryHistory())
    await router.push(to)
    return router.currentRoute.value.fullPath
  }
  expect(await going({ must_change_password: true }, '/people?q=x')).toBe('/account?to=/people?q=x')
  expect(await going({ must_set_second_factor: true }, '/desk')).toBe('/account')
  expect(await going({ must_set_second_factor: true }, '/help')).toBe('/help')
  expect(await going({}, '/people?q=x')).toBe('/people?q=x')
})

it('says so when the code of a page cannot be fetched', async () => {
  setActivePinia(createPinia())
  fakeServer({ 'GET /api/v1/identity/me': { body: sessionOf([]) } })
  const router = makeRouter(createMemoryHistory())
  router.addRoute({ path: '/away', component: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/x.js')) })
  await router.push('/help')
  await router.push('/away').catch(() => null)
  expect(startProblem.value).toMatchObject({ problem: { code: 'client.unreachable' }, to: '/away' })
  await router.push('/interface')
  expect(startProblem.value).toBeNull()
})

describe('the menu', () => {
  const some = [page('budget.lines', { permissions: ['budget.read'], menu: 2 }), page('budget.execution', { permissions: ['budget.read'] }), page('desk'), page('budget.line', { menu: undefined, under: 'budget.lines' }), page('identity.people', { permissions: ['identity.read', 'identity.people'] })]
  const shown = (...held: string[]) => menuOf(some, (permission) => held.includes(permission)).map((group) => [group.slice, ...group.pages.map(({ name }) => name)])

  it('has what a person may open, in order, and no empty group', () => {
    expect(shown()).toEqual([['desk', 'desk']])
    expect(shown('budget.read')).toEqual([['desk', 'desk'], ['budget', 'budget.execution', 'budget.lines']])
    expect(shown('identity.people')).toEqual([['desk', 'desk'], ['identity', 'identity.people']])
  })

  it('has pages of allocations in the group of the premises', () => {
    const both = [page('allocations.units', { menu: 11 }), page('premises.map')]
    expect(menuOf(both, () => true).map((group) => [group.slice, ...group.pages.map(({ name }) => name)])).toEqual([['premises', 'premises.map', 'allocations.units']])
  })

  it('knows what is above a page', () => {
    const [, , , line] = some
    expect(above(some, line ?? page('x')).map(({ name }) => name)).toEqual(['budget.lines'])
  })
})

describe('tabs', () => {
  const [a, b, c] = ['/a', '/b', '/c'].map((path) => ({ path, fullPath: path })) as [{ path: string; fullPath: string }, { path: string; fullPath: string }, { path: string; fullPath: string }]

  it('are added at the end and remember their filters', () => {
    expect(shownTab([a], b)).toEqual([a, b])
    expect(shownTab([a, b], { path: '/a', fullPath: '/a?q=1' })).toEqual([{ path: '/a', fullPath: '/a?q=1' }, b])
    const many = Array.from({ length: 30 }, (_, index) => ({ path: `/${index}`, fullPath: `/${index}` })).reduce(shownTab, [] as (typeof a)[])
    expect(many).toHaveLength(20)
    expect(many.at(-1)?.path).toBe('/29')
  })

  it('give way to the right neighbour, then to the left', () => {
    expect(closedTab([a, b, c], '/b')).toEqual({ tabs: [a, c], neighbour: c })
    expect(closedTab([a, b], '/b')).toEqual({ tabs: [a], neighbour: a })
    expect(closedTab([a], '/a')).toEqual({ tabs: [], neighbour: undefined })
  })

  it('are kept for this person in this window', () => {
    keepTabs('p1', [a, b])
    expect(readTabs('p1')).toEqual([a, b])
    expect(readTabs('p2')).toEqual([])
    sessionStorage.setItem('mingji.tabs', '{"person":"p1","tabs":[3,{"path":"/a"}]}')
    expect(readTabs('p1')).toEqual([])
    sessionStorage.setItem('mingji.tabs', 'not json')
    expect(readTabs('p1')).toEqual([])
  })
})

it('an idle session is warned about two minutes ahead', () => {
  const minutes = (count: number) => idleState(0, count * 60_000)
  expect([minutes(27.99), minutes(28), minutes(29.99), minutes(30)]).toEqual(['used', 'soon', 'soon', 'over'])
})
