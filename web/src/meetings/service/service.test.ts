// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { sendWaiting } from '@/shared/outbox/sending'
import { changesText, changeText } from './notices'
import { hasLate, stagesText } from './day'
import { isLate, kindOf, progressText, type Service, type StageLine, type Stages } from './service'
import { findingsOfSheet, mostCards, sheetOf, typedSheet, type TypedSheet } from './sheet'
import { ticksOf, versionAfter, wayOf, type KeptTick } from './ticks'

const due = '2026-03-02T01:00:00Z'
const second = Date.parse(due) / 1000
const line = (more: Partial<StageLine> = {}): StageLine => ({ stage: 'before', name: '会前检查', is_signed: false, signed_by: null, signed_at: null, due_at: due, is_late: false, items: 3, answered: 0, failed: 0, ...more })

describe('a stage', () => {
  it.each([[second, false], [second + 1, true]])('that nobody signed is overdue from the second after the beginning on: %i %s', (now, late) => {
    expect([isLate(line(), now), hasLate({ stages: [line()] }, now)]).toEqual([late, late])
    expect(kindOf(line(), now)).toBe(late ? 'bad' : 'waiting')
  })
  it('that was signed is as late as the server says, whatever the clock says now', () => {
    const signed = line({ is_signed: true, signed_at: due, answered: 3 })
    expect([isLate(signed, second + 9_999), isLate({ ...signed, is_late: true }, 0)]).toEqual([false, true])
    expect([kindOf(signed, 0), kindOf({ ...signed, failed: 1 }, 0), kindOf({ ...signed, failed: 1, is_late: true }, 0)]).toEqual(['good', 'attention', 'bad'])
  })
  it('without a time to be done by is never late', () => expect(isLate(line({ due_at: null }), Infinity)).toBe(false))
  it('says how many failed, and of a secret one nothing', () => {
    expect(progressText(line({ answered: 2, failed: 1 }), 0)).toContain('1')
    expect(progressText(line({ answered: 2 }), 0)).not.toBe(progressText(line({ answered: 2 }), second + 1))
    expect(stagesText({ stages: null }, 0)).not.toBe(stagesText({ stages: [] }, 0))
  })
})

const empty: TypedSheet = { banner: '', place_cards: '', refreshments: '', equipment: [], equipment_note: '', staff: '', requests: '' }
const accounts = new Set(['keshi'])
const wrong = (more: Partial<TypedSheet>) => Object.entries(findingsOfSheet({ ...empty, ...more })).filter(([, message]) => message).map(([pointer]) => pointer)

describe('a sheet', () => {
  it('is read a line each; a space belongs to the name', () => {
    const { place_cards, refreshments, staff } = sheetOf({ ...empty, place_cards: ' 示例甲\t示例单位 \n\n示　例，示例二处\nAnn Example,Unit\n示例乙，', refreshments: '茶水 20\n矿泉水×30\n咖啡 ,5', staff: '示例岗（keshi）、示例工（无此人），示例丙' }, accounts)
    expect(place_cards).toEqual([{ name: '示例甲', unit: '示例单位' }, { name: '示　例', unit: '示例二处' }, { name: 'Ann Example', unit: 'Unit' }, { name: '示例乙', unit: null }])
    expect(refreshments).toEqual([{ name: '茶水', quantity: 20 }, { name: '矿泉水', quantity: 30 }, { name: '咖啡', quantity: 5 }])
    expect(staff).toEqual([{ account: 'keshi', name: '示例岗' }, { account: null, name: '示例工（无此人）' }, { account: null, name: '示例丙' }])
  })
  it('goes through its form and comes back', () => {
    const sheet = { banner: '示', place_cards: [{ name: '示例甲', unit: '示例单位' }, { name: '示例乙', unit: null }], refreshments: [{ name: '绿 茶', quantity: 100_000 }], equipment: ['投影'], equipment_note: null, staff: [{ account: 'keshi', name: '示例岗' }, { account: null, name: '示例工' }], requests: '一\n二' }
    expect(sheetOf(typedSheet(sheet as unknown as Service), accounts)).toEqual(sheet)
  })
  it.each([[mostCards, []], [mostCards + 1, ['/place_cards']]])('with %i cards is wrong at %j', (count, pointers) => expect(wrong({ place_cards: '示\n'.repeat(count) })).toEqual(pointers))
  it.each([['示'.repeat(40), []], ['示'.repeat(41), ['/place_cards']], ['，示例单位', ['/place_cards']], [`示，${'单'.repeat(60)}`, []], [`示，${'单'.repeat(61)}`, ['/place_cards']]])('with the card %s', (place_cards, pointers) => expect(wrong({ place_cards })).toEqual(pointers))
  it.each([['茶水 1', []], ['茶水 0', ['/refreshments']], ['茶水', ['/refreshments']], ['20', ['/refreshments']], ['茶水 100000', []], ['茶水 100001', ['/refreshments']], ['茶水 1.5', []]])('with %s', (refreshments, pointers) => expect(wrong({ refreshments }).length).toBe(refreshments === '茶水 1.5' ? 1 : pointers.length))
  it.each([[60, []], [61, ['/staff']]])('with a name of %i for who serves', (length, pointers) => expect(wrong({ staff: '示'.repeat(length) })).toEqual(pointers))
})

const tick = (id: string, item: string, pressed: number, more: Partial<KeptTick> = {}): KeptTick =>
  ({ id, booking: 'B1', stage: 'before', pressed, counter: { person: 'p', name: 'n' }, state: 'waiting', says: '', tick: { item, version: 0, answer: 'done' }, ...more })

describe('ticks', () => {
  const stages = {} as Stages
  it('go one by one in the order they were pressed, each under its own key', async () => {
    const asked: string[] = []
    const way = wayOf(() => undefined, (key, booking, stage, { item }) => (asked.push(`${key} ${booking} ${stage} ${item}`), Promise.resolve(stages)))
    await sendWaiting([tick('c', '1', 30), tick('a', '2', 20), tick('b', '1', 10, { stage: 'after' })], way, () => Promise.resolve())
    expect(asked).toEqual(['b B1 after 1', 'a B1 before 2', 'c B1 before 1'])
  })
  it('that somebody else was faster with are refused alone, and the others go on', async () => {
    const judged: KeptTick[] = []
    const way = wayOf(() => undefined, (key) => (key === 'a' ? Promise.reject(new ApiProblem({ status: 409, code: 'meetings.service.answered_meanwhile', detail: 'why', errors: [] })) : Promise.resolve(stages)))
    expect(await sendWaiting([tick('a', '1', 1), tick('b', '2', 2)], way, (more) => Promise.resolve(void judged.push(...more)))).toBeNull()
    expect(judged.map(({ id, state, says }) => [id, state, says])).toEqual([['a', 'refused', 'why'], ['b', 'sent', '']])
  })
  it('without a line stay, and what the server had taken shows at once', async () => {
    const taken: string[] = []
    const way = wayOf((booking) => taken.push(booking), (key) => (key === 'b' ? Promise.reject(new ApiProblem({ status: 0, code: 'client.unreachable', detail: '', errors: [] })) : Promise.resolve(stages)))
    const judged: string[] = []
    expect(await sendWaiting([tick('a', '1', 1), tick('b', '2', 2), tick('c', '3', 3)], way, (more) => Promise.resolve(void judged.push(...more.map(({ id }) => id))))).toBe('offline')
    expect([judged, taken]).toEqual([['a'], ['B1']])
  })
  it('of one item name the version after those that wait before them', () => {
    const all = [tick('b', '1', 2), tick('a', '1', 1), tick('c', '2', 3), tick('d', '1', 4, { stage: 'after' })]
    expect(ticksOf(all, 'before', '1').map(({ id }) => id)).toEqual(['a', 'b'])
    expect([versionAfter(3, []), versionAfter(3, ticksOf(all, 'before', '1'))]).toEqual([3, 5])
  })
})

describe('a notice', () => {
  it('says what it was and what it is, instants and states as people read them', () => {
    expect(changeText({ field: 'from', before: '2026-03-02T01:00:00Z', after: '2026-03-03T01:00:00Z' })).toMatch(/2026-03-02 09:00.*2026-03-03 09:00/)
    expect(changeText({ field: 'state', before: 'approved', after: 'cancelled' })).not.toContain('cancelled')
    expect(changeText({ field: 'banner', before: null, after: '示' })).toContain('示')
  })
  it('of a confidential meeting says only that something changed', () => {
    const secret = changeText({ field: 'banner', before: null, after: null })
    expect(secret).not.toMatch(/→/)
    expect(changesText({ changes: [{ field: 'banner', before: null, after: null }, { field: 'staff', before: null, after: null }] }).startsWith(secret)).toBe(true)
  })
})
