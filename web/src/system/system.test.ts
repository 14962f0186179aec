// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, sessionOf } from '@/shared/testing'
import { ageText, isOld, outcomeText, whyText } from './backups'
import BackupsPage from './BackupsPage.vue'
import { kindChoices, kindText } from './jobs'
import JobsPage from './JobsPage.vue'
import StatusPage from './StatusPage.vue'

class Stream {
  static heard = new Map<string, (event: { data: string }) => void>()
  addEventListener(type: string, heard: (event: { data: string }) => void) {
    Stream.heard.set(type, heard)
  }
  close() {
    Stream.heard.clear()
  }
}
beforeEach(() => vi.stubGlobal('EventSource', Stream))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const row = { job: 'j1', kind: 'budget.import', title: '导入支付', state: 'running', progress: { done: 1, total: 4, note: '读' }, problem: null, cancel_requested: false, attempts: 1, account: 'jixiao', created_at: '2026-11-24T08:00:00+08:00', started_at: null, ended_at: null }
const backup = { backup: '20261124-1', why: 'demand', made_at: '2026-11-24T02:00:00+08:00', version: '1', rows: 10, files: 2, bytes: 2048, readable: true }
const status = {
  version: '1', engine: { name: 'sqlite', version: '3.40' }, schema: [], storage: { free_bytes: 50, total_bytes: 100 }, started_at: '2026-11-24T02:00:00+08:00', uptime_seconds: 60,
  jobs: { queued: 0, running: 0 }, backup: { newest: backup, age_seconds: 3600, daily_at: '02:00', problem: null }, restoration: null,
}
const list = (...items: unknown[]) => ({ body: { items, next: null } })

describe('jobs', () => {
  it('are asked for again, once, when events come', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    let now: object = row
    const sent = fakeServer({ 'GET /api/v1/jobs': () => list(now) })
    const wrapper = await mounted(JobsPage, { me: sessionOf(['jobs.read']), at: '/jobs?state=failed' })
    expect(new URL(sent[0]?.url ?? '').searchParams.get('state')).toBe('failed')
    expect(wrapper.get('tbody').text()).toContain('25% 读')
    now = { ...row, state: 'failed', progress: null, problem: { code: 'x', message: '表头不对' } }
    for (let event = 0; event < 5; ++event) Stream.heard.get('job')?.({ data: '{"job":"j1"}' })
    await vi.advanceTimersByTimeAsync(400)
    await flushPromises()
    expect(wrapper.get('tbody').text()).toContain('表头不对')
    expect(sent.filter(({ url }) => new URL(url).pathname === '/api/v1/jobs')).toHaveLength(2)
  })

  it('have words for their kinds, and keep the server’s for one that is not known', () => {
    expect(kindChoices().filter(({ value, label }) => value === label)).toEqual([])
    expect(kindText('moon.read')).toBe('moon.read')
  })
})

describe('the server’s state', () => {
  const contract = { 'GET /api/openapi.json': { body: {} }, 'GET /version': { body: { version: '9.9' } } }

  it('tells a full disk from a database that is away', async () => {
    const parts = async (answer: object) => {
      fakeServer({ ...contract, 'GET /readyz': answer })
      return (await mounted(StatusPage, { me: sessionOf([]) })).findAll('dd .status').map((tag) => tag.classes().at(-1))
    }
    expect(await parts({ body: { database: true, disk: true } })).toEqual(['good', 'good'])
    expect(await parts({ status: 503, body: { database: true, disk: false }, headers: { 'content-type': 'application/json' } })).toEqual(['good', 'bad'])
    expect(await parts({ status: 503, body: problem(503, 'request.database_away') })).toEqual(['bad', 'good'])
  })

  it('shows more to its administrator alone', async () => {
    const sent = fakeServer({ ...contract, 'GET /readyz': { body: { database: true, disk: true } }, 'GET /api/v1/system/status': { body: status } })
    expect((await mounted(StatusPage, { me: sessionOf(['system.read']) })).text()).toContain('SQLite 3.40')
    const before = sent.length
    expect((await mounted(StatusPage, { me: sessionOf(['jobs.read']) })).text()).not.toContain('SQLite')
    expect(sent.slice(before).some(({ url }) => url.includes('system/status'))).toBe(false)
  })
})

describe('backups', () => {
  const server = (more: Parameters<typeof fakeServer>[0] = {}) => fakeServer({ 'GET /api/v1/system/status': { body: status }, 'GET /api/v1/system/backups': list(backup, { ...backup, backup: 'torn', readable: false }), ...more })
  const restoration = { backup: '20261124-1', state: 'asked', account: 'sys', asked_at: '2026-11-24T09:00:00+08:00', decided_by: null, ended_at: null, restore_point: null, problem: null } as const

  it('are worried about after a day', () => {
    const at = (age_seconds: number | null) => isOld({ backup: { ...status.backup, age_seconds } })
    expect([at(null), at(3600), at(25 * 3600), at(26 * 3600)]).toEqual([true, false, false, true])
    expect([ageText(59), ageText(7200), ageText(200_000)]).toEqual(['0 分钟', '2 小时', '2 天'])
    expect([whyText('schedule'), whyText('moon')]).toEqual(['自动', 'moon'])
  })

  it('are asked for only after their name was typed', async () => {
    const path = '/api/v1/system/backups/20261124-1/restoration'
    const sent = server({ [`POST ${path}`]: { status: 202, body: restoration } })
    const wrapper = await mounted(BackupsPage, { me: sessionOf(['system.read', 'system.backup', 'system.restore']) })
    expect(wrapper.findAll('tbody .el-button--danger')).toHaveLength(1)
    await wrapper.get('tbody .el-button--danger').trigger('click')
    await flushPromises()
    const type = async (name: string) => {
      const input = document.querySelector<HTMLInputElement>('.el-dialog input')
      if (input) input.value = name
      input?.dispatchEvent(new Event('input'))
      document.querySelector('.el-dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }))
      await flushPromises()
    }
    await type('20261124')
    expect(sent.some(({ method }) => method === 'POST')).toBe(false)
    await type('20261124-1')
    expect(await sent.find(({ url }) => url.endsWith(path))?.json()).toEqual({ confirm: '20261124-1' })
    expect(wrapper.get('.panel[role=status]').text()).toContain('20261124-1')
    // While one waits nobody asks for another one, and whoever asked cannot agree.
    expect(wrapper.find('.el-button--danger').exists()).toBe(false)
  })

  it('are restored once another administrator agrees', async () => {
    const path = '/api/v1/system/restoration/decision'
    vi.useFakeTimers({ shouldAdvanceTime: true })
    let now: object = { body: { ...status, restoration } }
    const sent = server({ [`POST ${path}`]: { body: { ...restoration, state: 'wanted', decided_by: 'sec' } }, 'GET /api/v1/system/status': () => now })
    const wrapper = await mounted(BackupsPage, { me: sessionOf(['system.read', 'system.approve']) })
    await wrapper.get('.panel[role=status] .el-button--danger').trigger('click')
    await flushPromises()
    expect(sent.some(({ method }) => method === 'POST')).toBe(false)
    document.querySelector('.el-dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(await sent.find(({ url }) => url.endsWith(path))?.json()).toEqual({ backup: '20261124-1', decision: 'approve' })
    expect(wrapper.get('.panel[role=status]').text()).toContain('20261124-1')
    now = { status: 503, body: problem(503, 'app.restoration.running') }
    await vi.advanceTimersByTimeAsync(4500)
    expect(wrapper.find('.panel[role=status]').exists()).toBe(true)
    now = { body: { ...status, restoration: { ...restoration, state: 'done', ended_at: '2026-11-24T09:05:00+08:00', restore_point: 'point-before' } } }
    await vi.advanceTimersByTimeAsync(2500)
    await flushPromises()
    expect(wrapper.find('.panel[role=status]').exists()).toBe(false)
    expect(wrapper.text()).toContain('point-before')
  })

  it('say what became of a restoration', () => {
    expect(outcomeText(restoration)).toBe('')
    expect(outcomeText({ ...restoration, state: 'expired', ended_at: '2026-11-25T09:00:00+08:00' })).toContain('20261124-1')
    expect(outcomeText({ ...restoration, state: 'refused', decided_by: 'sec' })).toContain('sec')
    expect(outcomeText({ ...restoration, state: 'done', ended_at: '2026-11-24T09:05:00+08:00', restore_point: 'before' })).toContain('before')
    expect(outcomeText({ ...restoration, state: 'failed', ended_at: '2026-11-24T09:05:00+08:00', problem: { code: 'x', message: '磁盘满' } })).toContain('磁盘满')
  })

  it('that were verified show what is damaged', async () => {
    const job = { ...row, job: 'v', kind: 'system.verify_backup', state: 'done', progress: null, files: [], result: { backup: 'b', whole: false, faults: [{ file: 'dump', code: 'x', message: '摘要不符' }] } }
    server({ 'POST /api/v1/system/backups/20261124-1/verification': { status: 202, body: job }, 'GET /api/v1/jobs/v': { body: job } })
    const wrapper = await mounted(BackupsPage, { me: sessionOf(['system.read', 'system.backup']) })
    expect(wrapper.find('tbody .el-button--danger').exists()).toBe(false)
    await wrapper.get('tbody button').trigger('click')
    await flushPromises()
    expect(document.querySelector('.el-drawer')?.textContent).toContain('摘要不符')
  })
})
