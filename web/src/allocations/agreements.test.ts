// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { emptyAgreement, findingsOfAgreement, findingsOfStep, leftText, newAgreementOf, stepOf, wizardSteps, type TypedAgreement } from './agreements'

const typed = (more: Partial<TypedAgreement> = {}): TypedAgreement => ({ ...emptyAgreement('甲', '2026-11-26'), valid_to: '2029-11-25', rooms: [{ building: 'FW-1', room: '201', usable_m2: '18.00', holder: 'nobody' }], ...more })
const wrong = (found: Record<string, string | false>) => Object.entries(found).filter(([, says]) => says).map(([pointer]) => pointer)

describe('signing', () => {
  it.each([
    [{}, []], [{ unit: '' }, ['/unit']], [{ rooms: [] }, ['/rooms']], [{ signed_on: '' }, ['/signed_on']], [{ valid_to: '' }, ['/valid_to']],
    [{ valid_to: '2026-11-26' }, []], [{ valid_to: '2026-11-25' }, ['/valid_to']], [{ valid_from: '', valid_to: '2026-11-25' }, ['/valid_from']],
  ])('with %o lacks %o', (more, pointers) => expect(wrong(findingsOfAgreement(typed(more)))).toEqual(pointers))

  it('asks of each step only what it shows', () => {
    const nothing = { ...emptyAgreement('', ''), valid_from: '' }
    expect(wizardSteps.map((step) => wrong(findingsOfStep(nothing, step)))).toEqual([['/unit'], ['/rooms'], ['/signed_on', '/valid_from', '/valid_to'], []])
  })

  it.each([['/rooms/0/room', 'rooms'], ['/rooms', 'rooms'], ['/valid_to', 'term'], ['/purposes/1', 'term'], ['/unit', 'unit'], ['/roomsize', 'check'], ['', 'check']])('goes back for %s to %s', (pointer, step) => {
    expect(stepOf(pointer)).toBe(step)
  })

  it('sends purposes in their order and of a room only its place', () => {
    expect(newAgreementOf(typed({ purposes: ['repair_permit', 'registration'] }))).toEqual({ unit: '甲', rooms: [{ building: 'FW-1', room: '201' }], signed_on: '2026-11-26', valid_from: '2026-11-26', valid_to: '2029-11-25', purposes: ['registration', 'repair_permit'] })
  })
})

it('says of the last day that it ends today and of the day after that it ended', () => {
  const says = (days_left: number, state: 'running' | 'expired' | 'ended' | 'coming' = 'running') => leftText({ state, days_left, valid_from: '2027-01-01', ended_on: state === 'ended' ? '2026-12-01' : null })
  expect([says(1), says(0), says(-1, 'expired')].map((text) => /\d+/.exec(text)?.[0])).toEqual(['1', undefined, '1'])
  expect([says(9, 'coming'), says(9, 'ended')].map((text) => /\d{4}-\d\d-\d\d/.exec(text)?.[0])).toEqual(['2027-01-01', '2026-12-01'])
})
