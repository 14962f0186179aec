// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { connection } from '@/shared/api/client'
import { fakeServer, mounted, problem, sessionOf } from '@/shared/testing'
import { grouped, rulesText } from './account'
import AccountPage from './AccountPage.vue'
import { pathAfter } from './pathAfter'

const rules = { name: 'dengbao', least_letters: 10, least_letters_with_second_factor: 8, most_letters: 128, least_classes: 3, account_piece: 3, rotation_days: 90, history: 5 }
const password = '/api/v1/identity/password'
const factor = '/api/v1/identity/second-factor'
type Answers = Parameters<typeof fakeServer>[0]

async function open(me: ReturnType<typeof sessionOf>, answers: Answers, at = '/account') {
  const sent = fakeServer({ [`GET ${password}`]: { body: rules }, 'GET /api/v1/identity/sessions': { body: { items: [], next: null } }, ...answers })
  const wrapper = await mounted(AccountPage, { me, at })
  const fill = async (form: string, ...values: string[]) => {
    const inputs = wrapper.findAll(`${form} input.el-input__inner`)
    for (const [index, value] of values.entries()) await inputs[index]?.setValue(value)
    await wrapper.get(form).trigger('submit')
    await flushPromises()
  }
  const posts = () => Promise.all(sent.filter(({ method }) => method === 'POST').map(async (request) => [new URL(request.url).pathname, await request.clone().json()] as const))
  return { wrapper, fill, posts }
}

describe('one’s own password', () => {
  it('is changed with the present one, and the new session takes the place of the old', async () => {
    const { wrapper, fill, posts } = await open(sessionOf(), { [`POST ${password}`]: { body: sessionOf([], { csrf_token: 'next' }) } })
    await fill('.password', 'old', 'new', 'new')
    expect(await posts()).toEqual([[password, { current: 'old', password: 'new' }]])
    expect(connection.csrfToken).toBe('next')
    expect(wrapper.get('.said').text()).not.toBe('')
    expect(wrapper.findAll<HTMLInputElement>('.password input.el-input__inner').every(({ element }) => element.value === '')).toBe(true)
  })

  it('is not sent when something is missing or typed in two ways', async () => {
    const { wrapper, fill, posts } = await open(sessionOf(), {})
    await fill('.password', '', '', '')
    expect(wrapper.findAll('.password .error')).toHaveLength(1)
    await fill('.password', 'old', 'new', 'other')
    expect(wrapper.findAll('.password .error')).toHaveLength(1)
    expect(await posts()).toEqual([])
  })

  it('that is forgotten needs no present one, and is the only thing to be done', async () => {
    const { wrapper, fill, posts } = await open(sessionOf([], { must_change_password: true, must_set_second_factor: true }), { [`POST ${password}`]: { status: 422, body: problem(422, 'identity.password.common') } })
    expect(wrapper.find('.factor').exists()).toBe(false)
    await fill('.password', '', 'new', 'new')
    expect(await posts()).toEqual([[password, { password: 'new' }]])
    expect(wrapper.get('.password .summary').text()).toContain('identity.password.common')
  })

  it('shows the rules of the server, without those that it switched off', async () => {
    const { wrapper } = await open(sessionOf(), {})
    expect(wrapper.findAll('.password li')).toHaveLength(6)
    expect(rulesText({ ...rules, least_classes: 1, account_piece: 0, history: 0, rotation_days: 0 }, true)).toEqual(['8 到 128 个字符', expect.any(String)])
  })
})

describe('the second factor', () => {
  it('is begun, shown once and confirmed by a code', async () => {
    const me = sessionOf([], { must_set_second_factor: true })
    const done = sessionOf(['desk.use'], { has_second_factor: true })
    const { wrapper, fill, posts } = await open(me, { [`POST ${factor}`]: { status: 201, body: { secret: 'ABCDEFGH', uri: 'otpauth://totp/x' } }, [`POST ${factor}/confirmation`]: { body: done } }, '/account?to=/grants')
    expect(wrapper.find('.password').exists()).toBe(false)
    await fill('.factor')
    expect(wrapper.findAll('.factor code').map((code) => code.text())).toEqual(['ABCD EFGH', 'otpauth://totp/x'])
    expect(wrapper.get('.factor svg[role=img]').attributes('aria-label')).toBeTruthy()
    await fill('.factor', '12')
    expect(await posts()).toHaveLength(1)
    await fill('.factor', '123456')
    expect(await posts()).toEqual([[factor, {}], [`${factor}/confirmation`, { code: '123456' }]])
    expect(wrapper.text()).not.toContain('ABCD')
    expect(wrapper.text()).toContain('继续')
  })

  it('that is set is only renewed with a code of it', async () => {
    const { fill, posts } = await open(sessionOf([], { has_second_factor: true }), { [`POST ${factor}`]: { status: 201, body: { secret: 'A', uri: 'u' } } })
    await fill('.factor', '')
    expect(await posts()).toEqual([])
    await fill('.factor', '654321')
    expect(await posts()).toEqual([[factor, { totp: '654321' }]])
  })

  it('is typed in groups of four', () => expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ'))
})

it('one’s own sessions are there for whoever may work', async () => {
  const rows = [{ id: 's1', account: 'jixiao', name: '绩效科', origin: '10.0.0.1', agent: 'x', created_at: '2026-11-24T08:00:00+08:00', seen_at: '2026-11-24T09:00:00+08:00', is_this: true }]
  const list = { 'GET /api/v1/identity/sessions': { body: { items: rows, next: null } } }
  expect((await open(sessionOf(['desk.use']), list)).wrapper.find('.data-table').text()).toContain('10.0.0.1')
  expect((await open(sessionOf([]), list)).wrapper.find('.data-table').exists()).toBe(false)
})

it('only a path of ours is gone to', () => {
  expect(['/desk?year=2026', '//evil', '/\\evil', 'https://evil', undefined, ['/a']].map(pathAfter)).toEqual(['/desk?year=2026', null, null, null, null, null])
})
