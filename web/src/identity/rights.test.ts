// SPDX-License-Identifier: Apache-2.0
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeServer, mounted, problem, sessionOf } from '@/shared/testing'
import GrantsPage from './GrantsPage.vue'
import { kindsBelow, placesFor, treeOf, type Organisation } from './organisations'
import OrganisationsPage from './OrganisationsPage.vue'
import { barOf } from './people'
import PeoplePage from './PeoplePage.vue'
import RolesPage from './RolesPage.vue'

const org = (id: string, kind: Organisation['kind'], parent: string | null, path: string): Organisation => ({ id, name: `名${id}`, kind, parent, path, region_code: '420112', region_name: '某区' })
const all = [org('r', 'region', null, '/r/'), org('u2', 'unit', 'r', '/r/u2/'), org('u10', 'unit', 'r', '/r/u10/'), org('s', 'section', 'u2', '/r/u2/s/')]
const list = (items: unknown[]) => ({ body: { items, next: null } })
const person = { id: 'p2', account: 'li', name: '会务科', section: 's', is_active: true, has_password: true, has_second_factor: false, roles: [{ role: 'section', scope: 'section' }] }
const grant = { id: 'g', person: 'p2', account: 'li', name: '会务科', role: 'section', scope: 'section', state: 'proposed', proposed_by: 'sys', proposed_at: '2026-11-24T08:00:00+08:00', decided_by: null, decided_at: null, revoked_by: null, revoked_at: null }
const tagged = (body: unknown) => ({ body, headers: { etag: '"1"' } })

function server(answers: Parameters<typeof fakeServer>[0] = {}) {
  return fakeServer({ 'GET /api/v1/identity/organisations': list(all), 'GET /api/v1/identity/people': list([person]), 'GET /api/v1/identity/grants': list([grant]), ...answers })
}
const bodyButton = (name: string) => [...document.body.querySelectorAll('button')].find((button) => (button.getAttribute('aria-label') ?? button.textContent)?.trim() === name)
const press = async (name: string) => {
  bodyButton(name)?.click()
  await flushPromises()
}
const submit = async () => {
  document.querySelector('.el-dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}
const changes = (sent: Request[]) => Promise.all(sent.filter(({ method, url }) => method !== 'GET' && !url.includes('preferences')).map(async (request) => ({ to: `${request.method} ${new URL(request.url).pathname}`, body: await request.clone().json().catch(() => null), match: request.headers.get('if-match') })))
const labels = (wrapper: VueWrapper) => wrapper.findAll('tbody button').map((button) => button.text())

describe('the tree', () => {
  it('stands below each other by kind and name, and what has lost its parent at the top', () => {
    expect(treeOf(all).map(({ id, depth }) => [id, depth])).toEqual([['r', 0], ['u2', 1], ['s', 2], ['u10', 1]])
    expect(treeOf(all.slice(1)).map(({ id, depth }) => [id, depth])).toEqual([['u2', 0], ['s', 1], ['u10', 0]])
  })

  it('grows downwards only, and nothing is moved below itself', () => {
    expect(kindsBelow('unit')).toEqual(['unit', 'section'])
    expect(kindsBelow('section')).toEqual([])
    expect(kindsBelow(null)).not.toContain('section')
    expect(placesFor({ id: 'r', kind: 'region' }, all)).toEqual([])
    expect(placesFor({ id: 's', kind: 'section' }, all).map(({ id }) => id)).toEqual(['r', 'u2', 'u10'])
  })
})

describe('organisations', () => {
  it('are added below another with its region', async () => {
    const sent = server({ 'POST /api/v1/identity/organisations': { status: 201, body: all[3] } })
    await mounted(OrganisationsPage, { me: sessionOf(['identity.orgs', 'identity.read']) })
    await press('在“名u10”新增下级')
    const name = document.querySelector<HTMLInputElement>('.el-dialog input[maxlength="100"]')
    await submit()
    expect(await changes(sent)).toEqual([])
    if (name) name.value = ' 新科 '
    name?.dispatchEvent(new Event('input'))
    await submit()
    expect(await changes(sent)).toMatchObject([{ body: { name: '新科', kind: 'section', parent: 'u10', region_code: '420112' } }])
  })

  it('cannot be changed by who may only look', async () => {
    server()
    expect(labels(await mounted(OrganisationsPage, { me: sessionOf(['identity.read']) }))).toEqual([])
  })
})

describe('people', () => {
  const me = sessionOf(['identity.people', 'identity.read'], { person: 'p1', account: 'sys', org: 'u2' })

  it('are disabled from the state that is there now', async () => {
    const sent = server({ 'GET /api/v1/identity/people/p2': tagged(person), 'PATCH /api/v1/identity/people/p2': tagged({ ...person, is_active: false }) })
    await mounted(PeoplePage, { me })
    await press('停用“会务科”')
    await submit()
    expect(await changes(sent)).toEqual([{ to: 'PATCH /api/v1/identity/people/p2', body: { is_active: false }, match: '"1"' }])
  })

  it('get a code that is shown once', async () => {
    server({ 'POST /api/v1/identity/people/p2/code': { status: 201, body: { code: 'once', expires_at: '2026-11-25T08:00:00+08:00' } } })
    await mounted(PeoplePage, { me })
    await press('给“会务科”发登录码')
    expect(document.body.textContent).not.toContain('once')
    await submit()
    expect(document.querySelector('.one-time-code code')?.textContent).toBe('once')
    expect(document.querySelector('.one-time-code')?.textContent).toContain('/sign-in#once')
  })

  it('who are administrators get no code here', async () => {
    const role = (code: string, is_administrator: boolean) => ({ code, name: code, english_name: code, is_administrator, permissions: [] })
    server({ 'GET /api/v1/identity/roles': list([role('auditor', true), role('section', false)]), 'GET /api/v1/identity/people': list([person, { ...person, id: 'p3', account: 'shen', name: '审计', roles: [{ role: 'auditor', scope: 'unit' }] }]) })
    const wrapper = await mounted(PeoplePage, { me })
    expect(wrapper.findAll('tbody tr').map((one) => one.text().includes('发登录码'))).toEqual([true, false])
  })

  it('are told why no code is issued for an administrator', async () => {
    server({ 'POST /api/v1/identity/people/p2/code': { status: 403, body: problem(403, 'identity.code.of_administrator') } })
    await mounted(PeoplePage, { me })
    await press('给“会务科”发登录码')
    await submit()
    expect(document.querySelector('.el-dialog .summary')?.textContent).toContain('identity.code.of_administrator')
  })

  it('of another organisation are asked for and changed there', async () => {
    const sent = server({ 'POST /api/v1/identity/people/p2/grants': { status: 201, body: grant }, 'GET /api/v1/identity/roles': list([{ code: 'section', name: '业务科室', english_name: 'x', is_administrator: false, permissions: [] }]) })
    await mounted(PeoplePage, { me, at: '/people?org=u10' })
    await press('为“会务科”提出角色')
    await submit()
    const asked = sent.filter(({ url }) => /identity\/people(\/p2\/grants)?(\?|$)/.test(url)).map(({ url }) => new URL(url).searchParams.get('org'))
    expect(asked.length).toBeGreaterThan(1)
    expect(new Set(asked)).toEqual(new Set(['u10']))
  })

  it('have no buttons for who may only look', async () => {
    server()
    expect(labels(await mounted(PeoplePage, { me: sessionOf(['identity.read']) }))).toEqual([])
  })
})

describe('grants', () => {
  it('are decided by somebody else than who proposed or receives them', () => {
    const bar = (account: string, id: string) => barOf(grant as never, { account, person: id })
    expect([bar('sys', 'p1'), bar('sec', 'p2'), bar('sec', 'p1')]).toEqual(['yours', 'about_you', null])
  })

  it('are approved with a reason', async () => {
    const sent = server({ 'POST /api/v1/identity/grants/g/decision': { body: { ...grant, state: 'active' } } })
    await mounted(GrantsPage, { me: sessionOf(['identity.authorise', 'identity.read'], { account: 'sec' }) })
    await press('批准“会务科”的“业务科室”')
    const reason = document.querySelector('textarea')
    if (reason) reason.value = '同意'
    reason?.dispatchEvent(new Event('input'))
    await submit()
    expect(await changes(sent)).toMatchObject([{ to: 'POST /api/v1/identity/grants/g/decision', body: { decision: 'approve', reason: '同意' } }])
  })

  it('that one proposed have no buttons, and only those in force are taken back', async () => {
    const open = async (row: object, account: string) => {
      server({ 'GET /api/v1/identity/grants': list([row]) })
      return labels(await mounted(GrantsPage, { me: sessionOf(['identity.authorise', 'identity.read'], { account }) }))
    }
    expect(await open(grant, 'sys')).toEqual([])
    expect(await open({ ...grant, state: 'active' }, 'sec')).toEqual(['收回'])
    expect(await open({ ...grant, state: 'refused' }, 'sec')).toEqual([])
  })
})

it('the roles stand beside each other with what they permit', async () => {
  const role = (code: string, ...permissions: string[]) => ({ code, name: code, english_name: code, is_administrator: false, permissions })
  fakeServer({ 'GET /api/v1/identity/roles': list([role('a', 'budget.read', 'budget.pay'), role('b', 'budget.read')]) })
  const rows = (await mounted(RolesPage, { me: sessionOf(['identity.read']) })).findAll('tbody tr')
  expect(rows.map((row) => row.findAll('td').slice(1).map((cell) => cell.text()))).toEqual([['budget.pay', '有', ''], ['budget.read', '有', '有']])
})
