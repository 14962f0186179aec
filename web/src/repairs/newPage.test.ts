// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import NewPage from './NewPage.vue'

const base = '/api/v1/repairs'
const me = sessionOf(['repairs.read', 'repairs.report'])
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

describe('a report that a link began', () => {
  const draft = (name: string) => `/api/v1/identity/drafts/${name}`
  const saved = (value: unknown) => ({ body: { name: 'd', value, saved_at: value === null ? null : '2026-01-05T01:00:00Z' }, headers: { etag: '"1"' } })
  const at = `/repairs/new?room=A&fault=${encodeURIComponent('投影：不亮')}`
  const open = async (value: unknown) => {
    const sent = fakeServer({ [`GET ${base}/equipment`]: { body: { items: [] } }, [`GET ${draft('repairs.report.given')}`]: saved(value), [`DELETE ${draft('repairs.report.given')}`]: saved(null), [`POST ${base}/orders`]: { status: 201, body: { order: { number: 'BX1' } } } })
    const page = await mounted(NewPage, { at, me })
    await page.get('form').trigger('submit')
    await flushPromises()
    return (await sent.find(({ method, url }) => method === 'POST' && url.endsWith('/orders'))?.json()) as Record<string, unknown>
  }
  it('has the room and what is wrong filled in', async () => expect(await open(null)).toMatchObject({ equipment: null, room: 'A', place: null, fault: '投影：不亮' }))
  it('goes on with its own draft', async () => expect(await open({ equipment: '', room: 'A', place: '', fault: '投影：不亮，有响声', contact: '示例', photos: ['f'] })).toMatchObject({ fault: '投影：不亮，有响声', contact: '示例', photos: ['f'] }))
  it('takes nothing from the draft of another one', async () => expect(await open({ equipment: '', room: 'B', place: '', fault: '灯不亮', contact: '示例', photos: ['f'] })).toMatchObject({ room: 'A', fault: '投影：不亮', contact: null, photos: [] }))
})
