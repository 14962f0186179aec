// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it, vi } from 'vitest'
import WorkbookImport from '@/shared/importing/WorkbookImport.vue'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import ImportPage from './ImportPage.vue'
import WorkbookLinks from './WorkbookLinks.vue'

const base = '/api/v1/allocations'
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

it('a workbook of units and rooms of persons is tried before it is stored', async () => {
  const sent = fakeServer({ [`POST ${base}/imports`]: { status: 202, body: { job: 'j1', state: 'queued', result: null } } })
  const page = await mounted(ImportPage, { at: '/allocations/import', me: sessionOf(['premises.read', 'premises.import']) })
  expect(page.get('a[download]').attributes('href')).toBe(`${base}/template`)
  await page.getComponent(WorkbookImport).props('flow').take({ upload: 'u', name: 'a.xlsx' })
  expect(await sent.find(({ method, url }) => method === 'POST' && url.endsWith(`${base}/imports`))?.json()).toEqual({ upload: 'u', dry_run: true })
})

it('everybody takes the workbook away, and who may import is led there', async () => {
  fakeServer({})
  const links = async (permissions: string[]) => (await mounted(WorkbookLinks, { at: '/allocations/persons', me: sessionOf(permissions) })).findAll('a').map((link) => link.attributes('href'))
  expect(await links(['premises.read'])).toEqual([`${base}/export`])
  expect(await links(['premises.read', 'premises.import'])).toEqual([`${base}/export`, '/allocations/import'])
})
