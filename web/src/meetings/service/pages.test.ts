// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { ref } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import AnswerForm from './AnswerForm.vue'
import CardsPage from './CardsPage.vue'
import ItemRow from './ItemRow.vue'
import NoticesPage from './NoticesPage.vue'
import type { Served, Stage } from './service'
import StagePanel from './StagePanel.vue'
import type { Ticks } from './useTicks'

const base = '/api/v1/meetings'
const me = sessionOf(['meetings.read'])
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

describe('an answer', () => {
  const open = async () => mounted(AnswerForm, { props: { item: '示例项', now: null } })
  it('is given with one press, but what failed says why first', async () => {
    const form = await open()
    const [done, failed, notNeeded] = form.findAll('button')
    await done?.trigger('click')
    await notNeeded?.trigger('click')
    await failed?.trigger('click')
    await form.trigger('submit')
    expect(form.emitted('say')).toEqual([[{ answer: 'done', note: null }], [{ answer: 'not_needed', note: null }]])
    await form.get('input').setValue(' 示例原因 ')
    await form.trigger('submit')
    expect(form.emitted('say')?.at(-1)).toEqual([{ answer: 'failed', note: '示例原因' }])
  })
})

describe('a stage that was signed before the meeting moved', () => {
  const meeting = { number: 'B1', from: '2999-03-03T01:00:00Z' } as Served
  const stage: Stage = { stage: 'before', name: '会前检查', is_signed: false, signed_by: null, signed_at: null, due_at: '2999-03-03T01:00:00Z', is_late: false, answered: 0, failed: 0, version: 1, round: 2,
    items: [{ item: 'air', says: '示例项', source: '自拟', answer: null, earlier: [], additions: [], version: 1 }],
    outdated: [{ signed_by: '示例岗', signed_at: '2999-03-01T01:00:00Z', place: '示例旧室', from: '2999-03-02T01:00:00Z', until: '2999-03-02T02:00:00Z' }] }
  const open = (more: Partial<Stage> = {}) => {
    const tick = vi.fn()
    const ticks = { box: { remove: vi.fn() }, waiting: ref([]), refused: ref([]), tick } as unknown as Ticks
    return mounted(StagePanel, { props: { meeting, stage: { ...stage, ...more }, mayAnswer: true, ticks } }).then((panel) => ({ panel, tick }))
  }
  it('says who signed what place and time, and is ticked for the present one', async () => {
    const { panel, tick } = await open()
    for (const part of ['示例岗', '示例旧室', '2999-03-02 09:00']) expect(panel.get('[data-outdated]').text()).toContain(part)
    expect(panel.find('[data-signature]').exists()).toBe(false)
    await panel.get('[data-item] button').trigger('click')
    expect(tick.mock.calls[0]?.[0]).toMatchObject({ stage: 'before', round: 2 })
  })
  it('says nothing of the kind where it never moved', async () => expect((await open({ outdated: [] })).panel.find('[data-outdated]').exists()).toBe(false))
})

describe('an item', () => {
  const answer = (word: string) => ({ answer: word, note: '不亮', by: 'p', answered_at: '2026-03-02T01:00:00Z' })
  const item = (more: object) => ({ item: 'projector', says: '投影', source: 's', version: 1, answer: null, earlier: [], additions: [], ...more })
  const links = async (more: object, permissions = ['repairs.report']) => {
    fakeServer({})
    const row = await mounted(ItemRow, { props: { item: item(more), room: 'A', isSigned: true, mayAnswer: false, waiting: [], refused: [] }, me: sessionOf(permissions) })
    return row.findAll('a').map((link) => link.attributes('href'))
  }
  const address = `/repairs/new?room=A&fault=${encodeURIComponent('投影：不亮')}`
  it('that failed leads to a report with its room and what is wrong', async () => expect(await links({ answer: answer('failed') })).toEqual([address]))
  it('that is in order leads to none, nor does one that was mended since', async () => {
    expect(await links({ answer: answer('done') })).toEqual([])
    expect(await links({ answer: answer('failed'), additions: [answer('done')] })).toEqual([])
    expect(await links({ answer: answer('done'), additions: [answer('failed')] })).toEqual([address])
  })
  it('leads nobody there who may not report', async () => expect(await links({ answer: answer('failed') }, [])).toEqual([]))
})

describe('table cards', () => {
  const meeting = { number: 'B1', title: 't', room: null, room_name: null, venue: null, from: '2026-03-02T01:00:00Z', until: '2026-03-02T02:00:00Z', state: 'approved', kind: 'k', host: 'h', attendees: 1, asked_by: 'p', is_confidential: true, room_equipment: [] }
  const service = { meeting, banner: null, place_cards: [{ name: '示例', unit: null }], refreshments: [], equipment: [], equipment_note: null, staff: [], requests: null, version: 1, changed_by: null, changed_at: null, may_change: true, may_answer: true }
  const get = { [`GET ${base}/bookings/B1/service`]: { body: service } }
  const open = () => mounted(CardsPage, { at: '/meetings/bookings/B1/cards', path: '/meetings/bookings/:booking/cards', me })
  it('are printed once the server has noted it, with its mark; the next time it is noted again', async () => {
    window.print = vi.fn()
    const sent = fakeServer({ ...get, [`POST ${base}/bookings/B1/service/prints`]: { status: 201, body: { paper: 'place_cards', printed_by: 'n', printed_at: '2026-03-02T01:00:00Z', mark: 'n 2026-03-02' } } })
    const page = await open()
    expect([page.get('[data-noted]').attributes('data-noted'), page.find('[data-watermark]').exists()]).toEqual(['false', false])
    await page.get('button').trigger('click')
    await flushPromises()
    expect(window.print).toHaveBeenCalledTimes(1)
    expect([page.get('[data-noted]').attributes('data-noted'), page.get('[data-watermark]').text().startsWith('n 2026-03-02')]).toEqual(['true', true])
    expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ paper: 'place_cards' })
    window.dispatchEvent(new Event('afterprint'))
    await flushPromises()
    expect(page.get('[data-noted]').attributes('data-noted')).toBe('false')
  })
  it('are not printed where that is refused', async () => {
    window.print = vi.fn()
    fakeServer({ ...get, [`POST ${base}/bookings/B1/service/prints`]: { status: 403, body: problem(403, 'meetings.service.confidential') } })
    const page = await open()
    await page.get('button').trigger('click')
    await flushPromises()
    expect(window.print).not.toHaveBeenCalled()
    expect(page.text()).toContain('meetings.service.confidential')
  })
})

describe('notices', () => {
  const notice = (id: string) => ({ id, booking: 'B1', title: id, room_name: null, from: '2026-03-02T01:00:00Z', what: 'moved', changes: [], by: 'p', at: '2026-03-01T01:00:00Z', acknowledged_at: null })
  it('are those that are open unless all are asked for, every part of them', async () => {
    let part = 0
    const sent = fakeServer({ [`GET ${base}/notices`]: () => ({ body: ++part === 1 ? { items: [notice('n1')], next: 'c', total: 2, open: 2 } : { items: [notice('n2')], next: null, total: 2, open: 2 } }) })
    const page = await mounted(NoticesPage, { at: '/meetings/notices', me })
    await flushPromises()
    const asked = sent.filter(({ url }) => url.includes('/notices')).map(({ url }) => Object.fromEntries(new URL(url).searchParams))
    expect(asked).toEqual([{ acknowledged: 'false', limit: '200' }, { acknowledged: 'false', cursor: 'c', limit: '200' }])
    expect(page.findAll('tbody tr').filter((row) => /n[12]/.test(row.text()))).toHaveLength(2)
  })
  it('are asked for again when one was acknowledged in another window', async () => {
    const sent = fakeServer({ [`GET ${base}/notices`]: { body: { items: [notice('n1')], next: null, total: 1, open: 1 } }, [`POST ${base}/notices/n1/acknowledgement`]: { status: 409, body: problem(409, 'meetings.notice.acknowledged_before') } })
    const page = await mounted(NoticesPage, { at: '/meetings/notices', me })
    await flushPromises()
    const before = sent.length
    await page.get('td button').trigger('click')
    await flushPromises()
    expect(sent.slice(before).map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(page.text()).toContain('meetings.notice.acknowledged_before')
  })
})
