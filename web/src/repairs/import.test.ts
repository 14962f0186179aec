// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it, vi } from 'vitest'
import WorkbookImport from '@/shared/importing/WorkbookImport.vue'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import ImportPage from './ImportPage.vue'
import OrdersPage from './OrdersPage.vue'

const base = '/api/v1/repairs'
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

it('a workbook is tried before it is stored', async () => {
  const sent = fakeServer({ [`POST ${base}/imports`]: { status: 202, body: { job: 'j1', state: 'queued', result: null } } })
  const page = await mounted(ImportPage, { at: '/repairs/import', me: sessionOf(['repairs.read', 'repairs.edit']) })
  expect(page.get('a[download]').attributes('href')).toBe(`${base}/template`)
  await page.getComponent(WorkbookImport).props('flow').take({ upload: 'u', name: 'a.xlsx' })
  const post = sent.find(({ method }) => method === 'POST')
  expect(await post?.json()).toEqual({ upload: 'u', dry_run: true })
  expect(post?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
})

it('whoever may not record equipment is not led to the import', async () => {
  fakeServer({ [`GET ${base}/orders`]: { body: { items: [], next: null, total: 0 } } })
  const leads = async (permissions: string[]) => (await mounted(OrdersPage, { at: '/repairs/orders', me: sessionOf(permissions) })).find('a[href="/repairs/import"]').exists()
  expect([await leads(['repairs.read']), await leads(['repairs.read', 'repairs.edit'])]).toEqual([false, true])
})
