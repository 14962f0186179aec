// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem } from '@/shared/testing'
import { codeInAddress } from './codeInAddress'
import { bodyOf, findingsOfPeople, findingsOfUnit, nothingTyped, stepOf } from './setUp'
import SetUpPage from './SetUpPage.vue'
import SignInForm from './SignInForm.vue'
import SignInPage from './SignInPage.vue'

describe('signing in', () => {
  const sessions = 'POST /api/v1/identity/sessions'
  async function open(answers: Parameters<typeof fakeServer>[0], account?: string) {
    const sent = fakeServer(answers)
    const wrapper = await mounted(SignInForm, { props: { account } })
    const fill = async (...values: string[]) => {
      const inputs = wrapper.findAll('input.el-input__inner')
      for (const [index, value] of values.entries()) await inputs[index]?.setValue(value)
      await wrapper.get('form').trigger('submit')
      await flushPromises()
    }
    return { wrapper, sent, fill }
  }

  const bodies = (sent: Request[]) => Promise.all(sent.map((request) => request.json()))

  it('sends account and password', async () => {
    const { wrapper, sent, fill } = await open({ [sessions]: { status: 201, body: { person: 'p' } } })
    await fill(' jixiao ', 'secret')
    expect(await bodies(sent)).toEqual([{ account: 'jixiao', password: 'secret' }])
    expect(wrapper.emitted('entered')).toEqual([[{ person: 'p' }]])
  })

  it('asks for the second factor when the server does, and sends all of it', async () => {
    const answers = [{ status: 401, body: problem(401, 'identity.second_factor.needed') }, { status: 201, body: { person: 'p' } }]
    const { wrapper, sent, fill } = await open({ [sessions]: () => answers.shift() ?? {} })
    await fill('jixiao', 'secret')
    expect(wrapper.find('.summary').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.findAll('input.el-input__inner')[2]?.element)
    await fill('jixiao', 'secret', '12')
    expect([sent.length, wrapper.findAll('.error').length]).toEqual([1, 1])
    await fill('jixiao', 'secret', '123456')
    expect((await bodies(sent))[1]).toEqual({ account: 'jixiao', password: 'secret', totp: '123456' })
    expect(wrapper.emitted('entered')).toHaveLength(1)
  })

  it('waits as long as a busy server asks for', async () => {
    vi.useFakeTimers()
    const answers = [{ status: 429, body: problem(429, 'identity.sign_in.busy'), headers: { 'retry-after': '1' } }, { status: 201, body: { person: 'p' } }]
    const { wrapper, fill } = await open({ [sessions]: () => answers.shift() ?? {} })
    await fill('jixiao', 'secret')
    expect(wrapper.emitted('entered')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    await flushPromises()
    expect(wrapper.emitted('entered')).toHaveLength(1)
  })

  it('asks for what is missing before it sends', async () => {
    const { wrapper, sent, fill } = await open({})
    await fill('', '')
    expect(wrapper.findAll('.error')).toHaveLength(2)
    expect(sent).toHaveLength(0)
  })

  it('shows a refusal and forgets the secrets', async () => {
    const { wrapper, fill } = await open({ [sessions]: { status: 401, body: problem(401, 'identity.sign_in.refused') } }, 'jixiao')
    await fill('jixiao', 'wrong')
    expect(wrapper.get('.summary').text()).toContain('identity.sign_in.refused')
    expect(wrapper.findAll<HTMLInputElement>('input.el-input__inner').map((input) => input.element.value)).toEqual(['jixiao', ''])
  })

  it('takes a one-time code', async () => {
    const { wrapper, sent, fill } = await open({ 'POST /api/v1/identity/code-sessions': { status: 201, body: { person: 'p' } } })
    await wrapper.findAll('input[type=radio]')[1]?.setValue(true)
    await fill(' code ')
    expect(await sent[0]?.json()).toEqual({ code: 'code' })
  })

  it('has the code of the address ready to be sent', async () => {
    const sent = fakeServer({ 'GET /api/v1/identity/setup': { body: { is_needed: false } }, 'POST /api/v1/identity/code-sessions': { status: 201, body: { person: 'p' } } })
    codeInAddress.value = 'the-code'
    const wrapper = await mounted(SignInPage, { at: '/sign-in?to=/help' })
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ code: 'the-code' })
    expect(codeInAddress.value).toBe('')
  })
})

function typed() {
  const all = { ...nothingTyped(), code: ' c ', unit: ' 甲中心 ', region_code: '420112', region_name: '某区' }
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) all[role] = { account: ` ${role} `, name: role }
  return all
}
const wrong = (findings: Record<string, string | false>) => Object.keys(findings).filter((pointer) => findings[pointer])

describe('the first set-up', () => {
  it('asks for the unit and three different administrators', () => {
    expect(wrong(findingsOfUnit(nothingTyped()))).toEqual(['/code', '/unit', '/region_code', '/region_name'])
    expect(wrong(findingsOfUnit({ ...typed(), region_code: '42011' }))).toEqual(['/region_code'])
    expect(wrong(findingsOfPeople(typed()))).toEqual([])
    expect(wrong(findingsOfPeople({ ...typed(), auditor: { ...typed().auditor, account: 'sysadmin' } }))).toEqual(['/auditor/account'])
    expect(wrong(findingsOfPeople({ ...typed(), secadmin: { account: 'b', name: ' ' } }))).toEqual(['/secadmin/name'])
  })

  it('sends names without blanks around them', () => {
    const body = bodyOf(typed())
    expect(body).toEqual({
      code: 'c', unit: '甲中心', region_code: '420112', region_name: '某区',
      sysadmin: { account: 'sysadmin', name: 'sysadmin' },
      secadmin: { account: 'secadmin', name: 'secadmin' },
      auditor: { account: 'auditor', name: 'auditor' },
    })
    expect([stepOf('/code'), stepOf('/secadmin/name')]).toEqual([1, 2])
  })

  async function walk(answer: { status: number; body: unknown }) {
    const sent = fakeServer({ 'GET /api/v1/identity/setup': { body: { is_needed: true } }, 'POST /api/v1/identity/setup': answer })
    const wrapper = await mounted(SetUpPage)
    const next = async () => {
      await wrapper.get('form').trigger('submit')
      await flushPromises()
    }
    const values = [['c', '甲中心', '420112', '某区'], ['a1', 'n1', 'a2', 'n2', 'a3', 'n3']]
    for (const list of values) {
      const inputs = wrapper.findAll('input.el-input__inner')
      for (const [index, value] of list.entries()) await inputs[index]?.setValue(value)
      await next()
    }
    await next()
    return { wrapper, post: sent.find(({ method }) => method === 'POST') }
  }

  it('goes through three steps and ends with the three codes', async () => {
    const administrators = ['sysadmin', 'secadmin', 'auditor'].map((role, index) => ({ role, account: `a${index + 1}`, code: `code-${index + 1}` }))
    const { wrapper, post } = await walk({ status: 201, body: { org: 'o', administrators, expires_at: '2026-11-25T10:00:00+08:00' } })
    expect(await post?.json()).toMatchObject({ unit: '甲中心', secadmin: { account: 'a2' } })
    expect(wrapper.findAll('.one-time-code > :first-child code').map((code) => code.text())).toEqual(['code-1', 'code-2', 'code-3'])
    expect(wrapper.text()).toContain('2026-11-25 10:00')
    expect(wrapper.get('[aria-current=step]').text()).toContain('完成')
  })

  it('goes back to the step with the field that the server refused', async () => {
    const { wrapper } = await walk({ status: 422, body: problem(422, 'request.fields_wrong', [{ pointer: '/secadmin/account', code: 'x', message: '已有人使用' }]) })
    expect(wrapper.get('[aria-current=step]').text()).toContain('三名管理员')
    expect(wrapper.findAll('.error').map((error) => error.text())).toEqual(['已有人使用'])
  })

  it('is closed once it was done', async () => {
    fakeServer({ 'GET /api/v1/identity/setup': { body: { is_needed: false } } })
    expect((await mounted(SetUpPage)).find('form').exists()).toBe(false)
  })
})
