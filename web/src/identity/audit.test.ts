// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { fakeServer, mounted, problem, sessionOf } from '@/shared/testing'
import { actText, exportHref, kindChoices, shortDigest } from './audit'
import AuditPage from './AuditPage.vue'

const record = { id: 'a1', at: '2026-11-24T08:00:05+08:00', actor: 'jixiao', origin: '10.0.0.1', action: 'budget.line.add', subject: '物业管理费', detail: 'x', before_digest: null, after_digest: 'ab'.repeat(32) }
const path = '/api/v1/identity/audit'
const intact = { org: 'o', is_intact: true, sealed: 12345, unsealed: 2, checkpoints: 3, fault: null }

async function open(answers: Parameters<typeof fakeServer>[0], permissions = ['audit.read', 'audit.checkpoint'], at = '/audit') {
  const sent = fakeServer({ [`GET ${path}`]: { body: { items: [record], next: null } }, 'GET /api/v1/identity/organisations': { body: { items: [], next: null } }, ...answers })
  const wrapper = await mounted(AuditPage, { me: sessionOf(permissions), at })
  const press = async (index: number) => {
    await wrapper.findAll('.verification button')[index]?.trigger('click')
    await flushPromises()
  }
  return { wrapper, sent, press }
}

describe('the audit record', () => {
  it('is asked for as it is narrowed, and so is its file', async () => {
    const { wrapper, sent } = await open({}, undefined, '/audit?actor=jixiao&action=budget&from=2026-11-01')
    const asked = new URL(sent.find(({ url }) => new URL(url).pathname === path)?.url ?? '')
    expect(Object.fromEntries(asked.searchParams)).toEqual({ actor: 'jixiao', action: 'budget', from: '2026-11-01', limit: '100' })
    expect(wrapper.get('tbody').text()).toContain('2026-11-24 08:00:05')
    expect(exportHref({ actor: '绩 效' })).toBe('/api/v1/identity/audit/export?actor=%E7%BB%A9+%E6%95%88')
    expect(exportHref({})).toBe('/api/v1/identity/audit/export')
  })

  it('shows digests in short and, opened, in full', async () => {
    const { wrapper } = await open({})
    expect(wrapper.get('tbody').text()).toContain('abababab…')
    await wrapper.get('tbody button').trigger('click')
    await flushPromises()
    expect(document.querySelector('.el-dialog dl')?.textContent).toContain('ab'.repeat(32))
    expect(shortDigest(null)).toBe('')
  })

  it('has a word for every kind, and keeps the server’s for an act that it does not know', () => {
    expect(kindChoices().filter(({ label }) => label.startsWith('kind_'))).toEqual([])
    expect([actText('budget.line.add'), actText('moon.read')]).toEqual(['新增预算项目', 'moon.read'])
  })
})

describe('the chain', () => {
  it('is read, and is intact', async () => {
    const { wrapper, press } = await open({ [`GET ${path}/verification`]: { body: intact } })
    expect(wrapper.find('.verification dl').exists()).toBe(false)
    await press(0)
    expect(wrapper.get('.verification .status').classes()).toContain('good')
    expect(wrapper.get('.verification dl').text()).toContain('12,345')
  })

  it('names the first row that is not as it was', async () => {
    const { wrapper, press } = await open({ [`GET ${path}/verification`]: { body: { ...intact, is_intact: false, fault: { kind: 'edited', sequence: 77, record: 'rec-77' } } } })
    await press(0)
    expect(wrapper.get('.verification .status').classes()).toContain('bad')
    expect(wrapper.findAll('.verification dd').slice(0, 3).map((cell) => cell.text())).toEqual(['记录或链上的摘要被改动', '77', 'rec-77'])
  })

  it('that could not be read says so', async () => {
    const { wrapper, press } = await open({ [`GET ${path}/verification`]: { status: 403, body: problem(403, 'request.not_permitted') } })
    await press(0)
    expect(wrapper.get('[role=alert]').text()).toContain('request.not_permitted')
  })

  it('is noted outside by who may, and says when it did not move', async () => {
    const { wrapper, press } = await open({ [`POST ${path}/checkpoints`]: { status: 201, body: { items: [], next: null } } })
    await press(1)
    expect(wrapper.get('.verification [role=status]').text()).not.toBe('')
    expect((await open({}, ['audit.read'])).wrapper.findAll('.verification button')).toHaveLength(1)
  })

  it('of before are listed once somebody opens them', async () => {
    const { wrapper, sent } = await open({ [`GET ${path}/checkpoints`]: { body: { items: [{ org: 'o', sequence: 12345, chain_digest: 'ab12', at: '2026-11-24T01:00:00Z' }], next: null } } })
    const asked = () => sent.filter(({ method, url }) => method === 'GET' && url.includes('/checkpoints'))
    expect(asked()).toHaveLength(0)
    const details = wrapper.get('.verification details')
    ;(details.element as HTMLDetailsElement).open = true
    await details.trigger('toggle')
    await flushPromises()
    expect(asked()).toHaveLength(1)
    expect(details.findAll('tbody td').slice(1, 3).map((cell) => cell.text())).toEqual(['12,345', 'ab12'])
  })
})
