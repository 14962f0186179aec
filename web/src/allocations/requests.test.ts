// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { findingsOfRequest, findingsOfSettlement, findingsOfStep, newRequestOf, newStepOf, settlementOf, type TypedStep } from './requestForms'
import { blockedBy, foundWays, leftOf, ways, wayShown, type FreeRoom, type Way } from './requests'

type Taken = Parameters<typeof blockedBy>[0][number]
const took = (...pairs: [Way, Taken['result']][]): Taken[] => pairs.map(([way, result]) => ({ way, result }))
const wrong = (found: Record<string, string | false>) => Object.entries(found).filter(([, says]) => says).map(([pointer]) => pointer)

describe('the order of the ways', () => {
  it.each([
    [took(), [null, 'reallocation', 'reallocation', 'reallocation']],
    [took(['reallocation', 'none']), [null, null, 'exchange', 'exchange']],
    [took(['reallocation', 'none'], ['exchange', 'none']), [null, null, null, 'lease']],
    [took(['reallocation', 'none'], ['exchange', 'none'], ['lease', 'none']), [null, null, null, null]],
    [took(['reallocation', 'none'], ['exchange', 'none'], ['reallocation', 'found']), [null, 'reallocation', 'reallocation', 'reallocation']],
  ] as [Taken[], (Way | null)[]][])('after %o is blocked by %o', (steps, blocked) => {
    expect(ways.map((way) => blockedBy(steps, way))).toEqual(blocked)
  })

  it('settles only by a way that found something and is open', () => {
    expect(foundWays(took(['reallocation', 'none'], ['exchange', 'found']))).toEqual(['exchange'])
    expect(foundWays(took(['reallocation', 'none'], ['exchange', 'found'], ['reallocation', 'found']))).toEqual(['reallocation'])
    expect(foundWays(took(['reallocation', 'found'], ['reallocation', 'none']))).toEqual([])
  })

  it('says of a way that is not yet open what it waits for', () => {
    expect(wayShown(took(), 'exchange', true).says).toBeTruthy()
    expect(wayShown(took(['reallocation', 'none']), 'exchange', true).says).toBeUndefined()
    expect(wayShown(took(['reallocation', 'none']), 'exchange', true).kind).toBe('waiting')
    expect(wayShown(took(['reallocation', 'none']), 'exchange', false).kind).toBe('neutral')
    expect(wayShown(took(['reallocation', 'found']), 'reallocation', true).kind).toBe('good')
  })
})

describe('a step', () => {
  const room = (number: string, is_suitable: boolean): FreeRoom => ({ building: 'FW-1', building_name: '示例楼', room: number, floor: 2, use: 'office', usable_m2: '18.00', vacant_since: '2026-01-01', idle_state: 'idle', is_suitable })
  const rooms = [room('201', true), room('202', false), room('203', true)]
  const typed = (more: Partial<TypedStep> = {}): TypedStep => ({ way: 'reallocation', result: 'none', taken_on: '2026-11-26', document: '示例', searched: '', reason: '原因', application: '', approval: '', finance: '', government: '', project: '', refusals: {}, ...more })

  it('of 调剂 that came to nothing gives a reason for each suitable room', () => {
    expect(wrong(findingsOfStep(typed({ refusals: { 'FW-1/201': '太远', 'FW-1/203': ' ' } }), rooms))).toEqual(['/refused_rooms/1/reason'])
    const full = typed({ refusals: { 'FW-1/201': '太远', 'FW-1/202': '多余', 'FW-1/203': ' 太小 ' } })
    expect(wrong(findingsOfStep(full, rooms))).toEqual([])
    expect(newStepOf(full, rooms).refused_rooms).toEqual([{ building: 'FW-1', room: '201', reason: '太远' }, { building: 'FW-1', room: '203', reason: '太小' }])
  })

  it.each([
    ['reallocation', 'none', []], ['exchange', 'none', ['/searched']], ['exchange', 'found', []],
    ['lease', 'found', ['/application', '/approval', '/finance', '/government']], ['lease', 'none', ['/searched']], ['construction', 'found', ['/project']],
  ] as const)('of %s with %s needs %o', (way, result, needed) => {
    expect(wrong(findingsOfStep(typed({ way, result }), []))).toEqual(needed)
  })

  it('sends only what belongs to its result', () => {
    const both = { reason: '原因', searched: '范围', application: '甲', approval: '乙', finance: '丙', government: '丁', project: '戊' }
    expect(Object.keys(newStepOf(typed({ ...both, way: 'lease', result: 'found' }), rooms)).sort()).toEqual(['application', 'approval', 'document', 'finance', 'government', 'result', 'taken_on', 'way'])
    expect(Object.keys(newStepOf(typed({ ...both, way: 'exchange' }), rooms)).sort()).toEqual(['document', 'reason', 'result', 'searched', 'taken_on', 'way'])
  })
})

describe('what is asked for', () => {
  const typed = { unit: '甲', asked_on: '2026-11-26', reason: '理由', document: '文', office_rooms: '', office_m2: '', service_rooms: '', service_m2: '' }
  it.each([
    [{}, ['/office_rooms']], [{ office_rooms: '2' }, ['/office_m2']], [{ office_m2: '36' }, ['/office_rooms']], [{ office_rooms: '0', office_m2: '36' }, ['/office_rooms']],
    [{ office_rooms: '1', office_m2: '36' }, []], [{ service_rooms: '1', service_m2: '0' }, ['/service_m2']], [{ service_rooms: '1', service_m2: '0.01' }, []],
  ])('with %o lacks %o', (more, pointers) => expect(wrong(findingsOfRequest({ ...typed, ...more }))).toEqual(pointers))

  it('is sent in the words of the server, without what was left empty', () => {
    expect(newRequestOf({ ...typed, office_rooms: ' 2 ', office_m2: '36.5' })).toEqual({ unit: '甲', asked_on: '2026-11-26', reason: '理由', document: '文', office_rooms: 2, office_m2: '36.50' })
  })

  it('is held against what is left of the approved area', () => {
    expect(leftOf({ use: 'office', rooms: 1, asked_m2: '1.00', approved_m2: '100.00', actual_m2: '99.95', pending_m2: '0.10' })).toBe('-0.05')
  })
})

describe('a settlement', () => {
  const typed = { outcome: 'satisfied' as const, settled_on: '2026-11-26', reason: '', way: 'reallocation' as const, reference: '2026-0001', office_m2: '', service_m2: '' }
  it.each([
    [{}, []], [{ reference: ' ' }, ['/reference']], [{ way: 'lease' as const }, ['/office_m2']], [{ way: 'lease' as const, office_m2: '18' }, []], [{ way: 'lease' as const, service_m2: 'x' }, ['/service_m2']],
    [{ outcome: 'refused' as const }, ['/reason']], [{ outcome: 'withdrawn' as const, reason: '撤回' }, []],
  ])('with %o lacks %o', (more, pointers) => expect(wrong(findingsOfSettlement({ ...typed, ...more }))).toEqual(pointers))

  it('sends no way where the request was not satisfied', () => {
    expect(settlementOf({ ...typed, outcome: 'refused', reason: '超面积' })).toEqual({ outcome: 'refused', settled_on: '2026-11-26', reason: '超面积' })
    expect(settlementOf({ ...typed, way: 'exchange', office_m2: '18' })).toEqual({ outcome: 'satisfied', settled_on: '2026-11-26', way: 'exchange', reference: '2026-0001', office_m2: '18.00' })
  })
})
