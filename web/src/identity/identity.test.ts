// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeServer, mounted, problem } from '@/shared/testing'
import { bodyOf, findingsOfPeople, findingsOfUnit, nothingTyped, stepOf } from './setUp'
import SetUpPage from './SetUpPage.vue'
import SignInForm from './SignInForm.vue'

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

  it('sends account, password and, when there is one, the second factor', async () => {
    const { wrapper, sent, fill } = await open({ [sessions]: { status: 201, body: { person: 'p' } } })
    await fill(' jixiao ', 'secret', '')
    await fill('jixiao', 'secret', '123456')
    expect(await Promise.all(sent.map((request) => request.json()))).toEqual([{ account: 'jixiao', password: 'secret' }, { account: 'jixiao', password: 'secret', totp: '123456' }])
    expect(wrapper.emitted('entered')).toEqual([[{ person: 'p' }], [{ person: 'p' }]])
  })

  it('asks for what is missing before it sends', async () => {
    const { wrapper, sent, fill } = await open({})
    await fill('', '', '12')
    expect(wrapper.findAll('.error')).toHaveLength(3)
    expect(sent).toHaveLength(0)
  })

  it('shows a refusal and forgets the secrets', async () => {
    const { wrapper, fill } = await open({ [sessions]: { status: 401, body: problem(401, 'identity.password.wrong') } }, 'jixiao')
    await fill('jixiao', 'wrong')
    expect(wrapper.get('.summary').text()).toContain('identity.password.wrong')
    expect(wrapper.findAll<HTMLInputElement>('input.el-input__inner').map((input) => input.element.value)).toEqual(['jixiao', '', ''])
  })

  it('takes a one-time code', async () => {
    const { wrapper, sent, fill } = await open({ 'POST /api/v1/identity/code-sessions': { status: 201, body: { person: 'p' } } })
    await wrapper.findAll('input[type=radio]')[1]?.setValue(true)
    await fill(' code ')
    expect(await sent[0]?.json()).toEqual({ code: 'code' })
  })
})

function typed() {
  const all = { ...nothingTyped(), code: ' c ', org_name: ' 甲中心 ', region: '420112', region_name: '某区' }
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
    all[role] = { account: ` ${role} `, name: role, password: ' with space ' }
    all.again[role] = ' with space '
  }
  return all
}
const wrong = (findings: Record<string, string | false>) => Object.keys(findings).filter((pointer) => findings[pointer])

describe('the first set-up', () => {
  it('asks for the unit and three different administrators', () => {
    expect(wrong(findingsOfUnit(nothingTyped()))).toEqual(['/code', '/org_name', '/region', '/region_name'])
    expect(wrong(findingsOfUnit({ ...typed(), region: '42011' }))).toEqual(['/region'])
    expect(wrong(findingsOfPeople(typed()))).toEqual([])
    expect(wrong(findingsOfPeople({ ...typed(), auditor: { ...typed().auditor, account: 'sysadmin' } }))).toEqual(['/auditor/account'])
    expect(wrong(findingsOfPeople({ ...typed(), again: { ...typed().again, secadmin: 'x' } }))).toEqual(['/again/secadmin'])
  })

  it('sends names without blanks around them, passwords as they are, and nothing twice', () => {
    const body = bodyOf(typed())
    expect(body).toEqual({
      code: 'c', org_name: '甲中心', region: '420112', region_name: '某区',
      sysadmin: { account: 'sysadmin', name: 'sysadmin', password: ' with space ' },
      secadmin: { account: 'secadmin', name: 'secadmin', password: ' with space ' },
      auditor: { account: 'auditor', name: 'auditor', password: ' with space ' },
    })
    expect([stepOf('/code'), stepOf('/secadmin/password')]).toEqual([1, 2])
  })

  async function walk(answer: { status: number; body: unknown }) {
    const sent = fakeServer({ 'GET /api/v1/identity/setup': { body: { open: true } }, 'POST /api/v1/identity/setup': answer })
    const wrapper = await mounted(SetUpPage)
    const next = async () => {
      await wrapper.get('form').trigger('submit')
      await flushPromises()
    }
    const values = [['c', '甲中心', '420112', '某区'], ['a1', 'n1', 'p1', 'p1', 'a2', 'n2', 'p2', 'p2', 'a3', 'n3', 'p3', 'p3']]
    for (const list of values) {
      const inputs = wrapper.findAll('input.el-input__inner')
      for (const [index, value] of list.entries()) await inputs[index]?.setValue(value)
      await next()
    }
    expect(wrapper.text()).not.toContain('p1')
    await next()
    return { wrapper, post: sent.find(({ method }) => method === 'POST') }
  }

  it('goes through three steps and ends with what to do next', async () => {
    const { wrapper, post } = await walk({ status: 201, body: { org: 'o' } })
    expect(await post?.json()).toMatchObject({ org_name: '甲中心', secadmin: { account: 'a2' } })
    expect(post?.headers.get('idempotency-key')).toBeTruthy()
    expect(wrapper.get('[aria-current=step]').text()).toContain('完成')
  })

  it('goes back to the step with the field that the server refused', async () => {
    const { wrapper } = await walk({ status: 422, body: problem(422, 'request.fields_wrong', [{ pointer: '/secadmin/password', code: 'x', message: '口令太短' }]) })
    expect(wrapper.get('[aria-current=step]').text()).toContain('三名管理员')
    expect(wrapper.findAll('.error').map((error) => error.text())).toEqual(['口令太短'])
  })

  it('is closed once it was done', async () => {
    fakeServer({ 'GET /api/v1/identity/setup': { body: { open: false } } })
    expect((await mounted(SetUpPage)).find('form').exists()).toBe(false)
  })
})
