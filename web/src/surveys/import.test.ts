// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '@/shared/feedback/job'
import type { TablesOutcome, useImport } from '@/shared/importing/useImport'
import WorkbookImport from '@/shared/importing/WorkbookImport.vue'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import ImportPage from './ImportPage.vue'

const base = '/api/v1/surveys'
const started = { status: 202, body: { job: 'j1', state: 'queued', done: 0, total: 0, note: '', problem: null, files: [], result: null } }
const sheets = [{ sheet: '答卷', rows: 2, added: 0, changed: 0, unchanged: 2 }]
const unchanged = { job: 'j1', state: 'done', result: { stored: false, dry_run: true, sheets, changed: [], passed_over: [], examples: [], problems: [], problems_not_listed: 0 } } as unknown as Job
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

async function opened() {
  const sent = fakeServer({ [`POST ${base}/imports`]: started, 'GET /api/v1/jobs/j1': { body: started.body } })
  const page = await mounted(ImportPage, { at: '/surveys/import', me: sessionOf(['surveys.read', 'surveys.edit']) })
  const flow = page.getComponent(WorkbookImport).props('flow') as ReturnType<typeof useImport<TablesOutcome>>
  const bodies = () => Promise.all(sent.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<unknown>))
  return { page, flow, bodies, asked: () => page.get('input[inputmode=numeric]') }
}

describe('answers on paper', () => {
  it('go with how many were asked, where somebody says it', async () => {
    const { flow, bodies, asked } = await opened()
    await asked().setValue('4份00')
    await flow.take({ upload: 'u', name: 'a.csv' })
    flow.ended(unchanged)
    await flushPromises()
    await asked().setValue('')
    await flow.take({ upload: 'u', name: 'a.csv' })
    expect(await bodies()).toEqual([{ upload: 'u', dry_run: true, asked: 400 }, { upload: 'u', dry_run: true }])
  })

  it('are checked again with another number, and that number alone is worth storing', async () => {
    const { page, flow, bodies, asked } = await opened()
    const primary = () => page.find('.import > .el-button--primary:not([disabled])').exists()
    await flow.take({ upload: 'u', name: 'a.csv' })
    flow.ended(unchanged)
    await flushPromises()
    expect(primary()).toBe(false)
    await asked().setValue('5')
    await flushPromises()
    expect(await bodies()).toEqual([{ upload: 'u', dry_run: true }, { upload: 'u', dry_run: true, asked: 5 }])
    flow.ended(unchanged)
    await flushPromises()
    expect(primary()).toBe(true)
  })
})
