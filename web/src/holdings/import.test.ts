// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Job } from '@/shared/feedback/job'
import type { TablesOutcome, useImport } from '@/shared/importing/useImport'
import WorkbookImport from '@/shared/importing/WorkbookImport.vue'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import ImportPage from './ImportPage.vue'
import ReconciliationPage from './ReconciliationPage.vue'

const base = '/api/v1/holdings'
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

it('a ledger is tried before it is stored, and what goes is worth storing', async () => {
  const started = { job: 'j1', state: 'queued', done: 0, total: 0, note: '', problem: null, files: [], result: null }
  const sent = fakeServer({ [`POST ${base}/imports`]: { status: 202, body: started }, 'GET /api/v1/jobs/j1': { body: started } })
  const page = await mounted(ImportPage, { at: '/holdings/import', me: sessionOf(['holdings.read', 'holdings.edit']) })
  expect(page.get('a[download]').attributes('href')).toBe(`${base}/template`)
  const flow = page.getComponent(WorkbookImport).props('flow') as ReturnType<typeof useImport<TablesOutcome>>
  await flow.take({ upload: 'u', name: 'a.xlsx' })
  expect(await sent.find(({ method, url }) => method === 'POST' && url.endsWith(`${base}/imports`))?.json()).toEqual({ upload: 'u', dry_run: true })
  const sheets = [{ sheet: '分台账', rows: 1, added: 0, changed: 0, unchanged: 1, removed: 1 }]
  const changed = [{ sheet: '分台账', identity: '甲 / FW-1 / 102', changes: [{ column: '房间使用面积', before: '20.50', after: '' }] }]
  flow.ended({ job: 'j1', state: 'done', result: { stored: false, dry_run: true, sheets, changed, passed_over: [], examples: [], problems: [], problems_not_listed: 0 } } as unknown as Job)
  await flushPromises()
  expect(page.text()).toContain('甲 / FW-1 / 102')
  expect(page.get('thead').text()).toContain('移除')
  expect(page.find('.import > .el-button--primary:not([disabled])').exists()).toBe(true)
})

it('whoever may not change holdings is not led to the import', async () => {
  fakeServer({ [`GET ${base}/reconciliations/ledger`]: { body: { total: 0, total_m2: '0.00', differing: 0, differing_m2: '0.00', against: null, lines: [] } } })
  const leads = async (permissions: string[]) => (await mounted(ReconciliationPage, { at: '/holdings/reconciliations', me: sessionOf(permissions) })).find('a[href="/holdings/import"]').exists()
  expect([await leads(['holdings.read']), await leads(['holdings.read', 'holdings.edit'])]).toEqual([false, true])
})
