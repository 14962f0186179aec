// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { connection } from '@/shared/api/client'
import { fakeServer, mounted, problem } from '@/shared/testing'
import AnswerPage from './AnswerPage.vue'
import { kept, type Kept } from './kept'
import { sendOne } from './sending'

const answer = (id = 'a1'): Kept => ({ id, token: 'k', title: 't', filled: { Q1: 'satisfied' } })
const refusal = (status: number, code = 'c', retryAfter: number | null = null) => new ApiProblem({ status, code, detail: 'why' }, retryAfter)

describe('an answer that waits', () => {
  beforeEach(() => localStorage.clear())

  it('is found again as it was, each under a name of its own', () => {
    expect([kept.keep(answer('a1')), kept.keep(answer('a2'))]).toEqual([true, true])
    expect(kept.all().sort((a, b) => a.id.localeCompare(b.id))).toEqual([answer('a1'), answer('a2')])
    kept.remove('a1')
    expect(kept.all()).toEqual([answer('a2')])
  })

  it.each(['no json', 'null', '{"id":"a"}', '{"id":1,"token":"k","title":"t","filled":{}}'])('is not what somebody else kept: %s', (text) => {
    localStorage.setItem('mingji.survey.a', text)
    expect(kept.all()).toEqual([])
  })

  it('is said not to be kept where the browser keeps nothing', () => {
    const full = { setItem: () => { throw new DOMException('full') } }
    vi.stubGlobal('localStorage', full)
    expect(kept.keep(answer())).toBe(false)
    vi.unstubAllGlobals()
  })
})

describe('sending', () => {
  beforeEach(() => {
    localStorage.clear()
    kept.keep(answer())
  })
  const judged = (failure?: unknown) => sendOne(answer(), () => (failure === undefined ? Promise.resolve() : Promise.reject(failure as Error)), kept)

  it('leaves nothing on the phone once the server has it', async () => {
    expect(await judged()).toEqual({ is: 'sent' })
    expect(kept.all()).toEqual([])
  })
  it.each([[0], [500], [502], [503]])('%i: it waits', async (status) => {
    expect(await judged(refusal(status))).toEqual({ is: 'waiting', afterMs: null })
    expect(kept.all()).toEqual([answer()])
  })
  it('waits as long as the server says', async () => expect(await judged(refusal(429, 'request.too_many', 7))).toEqual({ is: 'waiting', afterMs: 7000 }))
  it('waits when a page of the Wi-Fi answered', async () => {
    expect(await judged(new SyntaxError('<html>'))).toMatchObject({ is: 'waiting' })
    expect(await judged(refusal(403, 'client.foreign_answer'))).toMatchObject({ is: 'waiting' })
    expect(kept.all()).toHaveLength(1)
  })
  it.each([[404], [409], [422]])('%i: it is refused for good, with the server’s sentence', async (status) => {
    expect(await judged(refusal(status))).toEqual({ is: 'refused', says: 'why' })
    expect(kept.all()).toEqual([])
  })
  it('does not take a mistake of ours for a refusal', async () => expect(judged(new TypeError('ours'))).rejects.toThrow('ours'))
})

const questions = 'POST /api/v1/surveys/public/questions'
const answers = 'POST /api/v1/surveys/public/answers'
const survey = {
  title: '示例问卷', audience: '用餐人员', subject: '示例食堂',
  questions: [{ code: 'Q1', text: '总体', kind: 'rating', options: [], is_main: true }, { code: 'Q2', text: '口味', kind: 'choice', options: ['咸', '淡'], is_main: false }, { code: 'Q3', text: '意见', kind: 'text', options: [], is_main: false }],
}
const bodies = async (sent: Request[], path: string) => Promise.all(sent.filter(({ url }) => url.endsWith(path)).map((one) => one.clone().json() as Promise<Record<string, unknown>>))
const open = async (hash = '#the-token') => mounted(AnswerPage, { at: `/survey${hash}`, path: '/survey' })

describe('the page of a card', () => {
  it('asks with the code in the body and nobody’s session', async () => {
    connection.csrfToken = 'of-somebody'
    const sent = fakeServer({ [questions]: { body: survey } })
    await open()
    expect(await bodies(sent, '/questions')).toEqual([{ token: 'the-token' }])
    expect(sent.map(({ credentials, headers }) => [credentials, headers.get('x-csrf-token')])).toEqual([['omit', null]])
    expect(sent.every(({ url }) => !url.includes('the-token'))).toBe(true)
    connection.csrfToken = ''
  })

  it('sends nothing before the ratings are chosen', async () => {
    const sent = fakeServer({ [questions]: { body: survey } })
    const page = await open()
    await page.get('form').trigger('submit')
    expect(page.get('[role=alert]').text()).toContain('总体')
    expect(page.findAll('[role=alert] a')).toHaveLength(1)
    expect(await bodies(sent, '/answers')).toEqual([])
  })

  async function filled(page: Awaited<ReturnType<typeof open>>): Promise<void> {
    await page.get('input[value=dissatisfied]').setValue()
    await page.get('textarea').setValue('  太咸 ')
    await page.get('form').trigger('submit')
    await flushPromises()
  }

  it('sends what was filled in, once, and keeps nothing', async () => {
    const sent = fakeServer({ [questions]: { body: survey }, [answers]: { status: 200, body: {} } })
    const page = await open()
    await filled(page)
    const [body] = await bodies(sent, '/answers')
    expect(body).toMatchObject({ token: 'the-token', answers: [{ question: 'Q1', value: 'dissatisfied' }, { question: 'Q3', value: '太咸' }] })
    expect(body?.id).toMatch(/^[0-9a-f]{32}$/)
    expect([page.find('form').exists(), page.find('[data-answer=sent]').exists(), kept.all()]).toEqual([false, true, []])
  })

  it('keeps the answer without a network and sends the same one when it is back', async () => {
    let isUp = false
    const sent = fakeServer({ [questions]: { body: survey }, [answers]: () => (isUp ? { body: {} } : { status: 503, body: problem(503, 'c') }) })
    const page = await open()
    await filled(page)
    expect([page.find('[data-answer=waiting]').exists(), kept.all()]).toMatchObject([true, [{ token: 'the-token' }]])
    isUp = true
    window.dispatchEvent(new Event('online'))
    await flushPromises()
    expect([page.find('[data-answer=sent]').exists(), kept.all()]).toEqual([true, []])
    const ids = (await bodies(sent, '/answers')).map(({ id }) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('says why the server does not take it', async () => {
    fakeServer({ [questions]: { body: survey }, [answers]: { status: 409, body: problem(409, 'surveys.card.used_or_unknown') } })
    const page = await open()
    await filled(page)
    expect(page.get('[data-answer=refused]').text()).toContain('surveys.card.used_or_unknown')
    expect(kept.all()).toEqual([])
  })

  it('without a code asks nothing', async () => {
    const sent = fakeServer({})
    const page = await open('')
    expect([sent, page.find('form').exists()]).toEqual([[], false])
  })
})
