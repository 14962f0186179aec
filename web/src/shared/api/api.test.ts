// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { speak } from '@/shared/catalogue'
import { useAction } from './action'
import { api, connection, got, tagged, type Tagged } from './client'
import { clashes, merged } from './merge'
import { ApiProblem } from './problem'
import { useEdit } from './useEdit'

const sent: Request[] = []
let answers: (() => Response)[] = []

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) => () =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
const refused = (status: number, code: string, more: object = {}) => () =>
  new Response(JSON.stringify({ type: `/problems/${code}`, title: 't', status, detail: 'd', instance: '/', code, trace_id: 'abc', errors: [], ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request)
    const next = answers.shift()
    if (!next) throw new TypeError('Failed to fetch')
    return next()
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  Object.assign(connection, { csrfToken: '', signInAgain: null, onContact: null })
  answers = []
  speak('zh-CN')
})

const me = () => got(api.GET('/api/v1/identity/me'))
const failure = async (promise: Promise<unknown>) => promise.then(() => null, (reason: unknown) => reason as ApiProblem)

describe('the client', () => {
  it('asks in the language of the screen and sends the CSRF token with changes only', async () => {
    connection.csrfToken = 'token'
    speak('en')
    answers = [json({}), () => new Response(null, { status: 204 })]
    await me()
    await got(api.POST('/api/v1/identity/sign-out'))
    expect(sent.map((request) => request.headers.get('accept-language'))).toEqual(['en', 'en'])
    expect(sent.map((request) => request.headers.get('x-csrf-token'))).toEqual([null, 'token'])
  })

  it('gives nobody’s session away with what goes without one', async () => {
    connection.csrfToken = 'token'
    answers = [() => new Response(null, { status: 204 })]
    await got(api.POST('/api/v1/identity/sign-out', { credentials: 'omit' }))
    expect(sent.map(({ credentials, headers }) => [credentials, headers.get('x-csrf-token')])).toEqual([['omit', null]])
  })

  it('throws refusals with their code, fields and number', async () => {
    answers = [refused(422, 'request.fields_wrong', { errors: [{ pointer: '/a', code: 'x', message: 'm' }] })]
    const problem = await failure(me())
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem).toMatchObject({ status: 422, code: 'request.fields_wrong', traceId: 'abc', errors: [{ pointer: '/a' }] })
  })

  it('says that a gateway answered, or that nobody did', async () => {
    answers = [() => new Response('<html>', { status: 502 })]
    expect(await failure(me())).toMatchObject({ status: 502, code: 'client.foreign_answer' })
    expect(await failure(me())).toMatchObject({ status: 0, code: 'client.unreachable' })
  })

  it('reads the tag of what will be changed', async () => {
    answers = [json({ name: 'x' }, 200, { etag: '"1"' })]
    expect(await tagged(api.GET('/api/v1/identity/me'))).toEqual({ value: { name: 'x' }, etag: '"1"' })
  })

  it('sends the same request again, with the new token, once the person signed in again', async () => {
    connection.csrfToken = 'old'
    connection.signInAgain = async () => {
      connection.csrfToken = 'new'
      return true
    }
    answers = [refused(401, 'identity.session.none'), json({}, 201)]
    const body = { name: '甲', kind: 'unit', region_code: '420112', region_name: '某区' } as const
    await api.POST('/api/v1/identity/organisations', { params: { header: { 'Idempotency-Key': 'k' } }, body })
    expect(sent.map((request) => [request.headers.get('x-csrf-token'), request.headers.get('idempotency-key')])).toEqual([['old', 'k'], ['new', 'k']])
    expect(await sent[1]?.json()).toMatchObject({ name: '甲' })
  })

  it('gives the refusal to the page when the person does not sign in again, and when a code was wrong', async () => {
    connection.signInAgain = () => Promise.resolve(false)
    answers = [refused(401, 'identity.session.none'), refused(401, 'identity.code.not_valid')]
    expect(await failure(me())).toMatchObject({ code: 'identity.session.none' })
    expect(await failure(me())).toMatchObject({ code: 'identity.code.not_valid' })
    expect(sent).toHaveLength(2)
  })
})

it('does not compile without what the contract asks for', () => {
  const wrong = [
    // @ts-expect-error: a change names its Idempotency-Key
    () => api.POST('/api/v1/jobs/{job}/cancellation', { params: { path: { job: 'j' } } }),
    // @ts-expect-error: there is no such path
    () => api.GET('/api/v1/identity/nobody'),
    // @ts-expect-error: a code is a text
    () => api.POST('/api/v1/identity/code-sessions', { body: { code: 1 } }),
  ]
  expect(wrong).toHaveLength(3)
})

describe('an action', () => {
  const at_once = () => Promise.resolve()
  const act = (keys: string[]) => (key: string, body: { code: string }) => {
    keys.push(key)
    return got(api.POST('/api/v1/identity/code-sessions', { body }))
  }

  it('keeps its key over retries and refusals, and takes a new one when it was done', async () => {
    const keys: string[] = []
    const action = useAction(act(keys), at_once)
    answers = [refused(503, 'request.database_away'), refused(409, 'request.still_running'), refused(422, 'x'), json({ account: 'a' }, 201), json({}, 201)]
    expect(await action.run({ code: '1' })).toBeUndefined()
    expect(action.problem.value?.code).toBe('x')
    expect(await action.run({ code: '1' })).toEqual({ answer: { account: 'a' } })
    expect(action.problem.value).toBeNull()
    expect(new Set(keys)).toHaveLength(1)
    await action.run({ code: '1' })
    expect(new Set(keys)).toHaveLength(2)
  })

  it('gives up after four attempts', async () => {
    const keys: string[] = []
    const action = useAction(act(keys), at_once)
    await action.run({ code: '1' })
    expect(action.problem.value?.code).toBe('client.unreachable')
    expect(keys).toHaveLength(4)
  })

  it.each([[10, 2, undefined], [11, 1, 'repairs.label.too_many']])('asked to wait %i seconds it sends %i times', async (seconds, times, code) => {
    const keys: string[] = []
    const action = useAction(act(keys), at_once)
    const headers = { 'content-type': 'application/problem+json', 'retry-after': String(seconds) }
    answers = [json({ status: 429, code: 'repairs.label.too_many', detail: '' }, 429, headers), json({}, 201)]
    await action.run({ code: '1' })
    expect([keys.length, action.problem.value?.code]).toEqual([times, code])
    expect(action.busy.value).toBe(false)
  })

  it('is done once, however often the button is pressed', async () => {
    const keys: string[] = []
    const action = useAction(act(keys), at_once)
    answers = [json({}, 201), json({}, 201)]
    await Promise.all([action.run({ code: '1' }), action.run({ code: '1' })])
    expect(keys).toHaveLength(1)
  })
})

describe('two people edit the same thing', () => {
  interface Row { name: string; amount: string; note: string }
  const base: Row = { name: '甲', amount: '1.00', note: '' }

  it('only what both changed in two ways is a question', () => {
    const mine = { ...base, amount: '2.00', note: 'same', by: 'me' }
    const theirs = { ...base, amount: '3.00', note: 'same', name: '乙' }
    expect(clashes<Partial<typeof mine> & Row>(base, mine, theirs)).toEqual([{ field: 'amount', base: '1.00', mine: '2.00', theirs: '3.00' }])
    expect(merged<Partial<typeof mine> & Row>(base, mine, theirs, { amount: 'mine' })).toEqual({ name: '乙', amount: '2.00', note: 'same', by: 'me' })
    expect(merged<Partial<typeof mine> & Row>(base, mine, theirs, { amount: 'theirs' })).toEqual({ ...theirs, by: 'me' })
  })

  it('asks after a 412 and saves on top of their state', async () => {
    let stored: Tagged<Row> = { value: base, etag: '"1"' }
    const edit = useEdit<Row>({
      read: () => Promise.resolve(stored),
      write: (value, etag) => {
        if (etag !== stored.etag) return Promise.reject(new ApiProblem({ status: 412, code: 'request.changed_meanwhile', detail: '' }))
        stored = { value, etag: `${etag}+` }
        return Promise.resolve(stored)
      },
    })
    await edit.load()
    if (edit.form.value) edit.form.value.amount = '2.00'
    stored = { value: { ...base, name: '乙', amount: '3.00' }, etag: '"2"' }
    expect(edit.isDirty.value).toBe(true)
    expect(await edit.save()).toBe(false)
    expect(edit.conflict.value?.clashes.map((clash) => clash.field)).toEqual(['amount'])
    expect(stored.value.amount).toBe('3.00')
    edit.settle({ amount: 'mine' })
    expect(await edit.save()).toBe(true)
    expect(stored.value).toEqual({ name: '乙', amount: '2.00', note: '' })
    expect(edit.isDirty.value).toBe(false)
  })
})
