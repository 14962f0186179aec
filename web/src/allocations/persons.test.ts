// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { findingsOfUse, newUseOf, stateOf, type TypedUse } from './persons'

it.each([
  [null, null, 'in_use'], ['2026-11-25', null, 'overdue'], ['2026-11-26', null, 'due'], ['2026-11-25', '2026-11-26', 'returned'], [null, '2026-11-26', 'returned'],
])('a room due on %s and given back on %s is %s on 26 November', (due_on, ended_on, state) => {
  expect(stateOf({ due_on, ended_on }, '2026-11-26')).toBe(state)
})

describe('giving a room', () => {
  const typed: TypedUse = { person: ' R-001 ', unit: '甲', rank: '正科级', post: 'main', approval: '旧文号', building: 'FW-1', room: '201', started_on: '2026-11-26' }
  const wrong = (more: Partial<TypedUse>) => Object.entries(findingsOfUse({ ...typed, ...more })).filter(([, says]) => says).map(([pointer]) => pointer)
  it.each([[{}, []], [{ person: ' ' }, ['/person']], [{ post: 'concurrent' as const, approval: ' ' }, ['/approval']], [{ post: 'concurrent' as const }, []], [{ room: '' }, ['/room']], [{ rank: '' }, ['/rank']]])('with %o lacks %o', (more, pointers) => {
    expect(wrong(more)).toEqual(pointers)
  })

  it('sends an approval only with a concurrent post', () => {
    expect(newUseOf(typed)).toMatchObject({ person: 'R-001', approval: null })
    expect(newUseOf({ ...typed, post: 'concurrent' })).toMatchObject({ approval: '旧文号' })
  })
})
