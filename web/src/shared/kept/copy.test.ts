// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it } from 'vitest'
import { copyOf, forgetCopies, forgetCopy, keepCopy } from './copy'

const at = Date.parse('2026-03-02T01:00:00Z')
const day = 24 * 3_600_000
const keep = (name: string, about: string, person: string) => keepCopy(name, { about, person, at, value: { items: [about] } })
const there = (name: string, about: string) => copyOf(name, about, at) !== null
beforeEach(() => localStorage.clear())

it('one copy of a name is kept, the last', () => {
  keep('checks', 'B1', 'a')
  keep('checks', 'B2', 'a')
  expect([there('checks', 'B1'), there('checks', 'B2')]).toEqual([false, true])
  expect(copyOf('checks', 'B2', at)?.value).toEqual({ items: ['B2'] })
})

it.each([[day, true], [day + 1, false]])('after %i milliseconds it is there: %s', (passed, isThere) => {
  keep('checks', 'B1', 'a')
  expect(copyOf('checks', 'B1', at + passed) !== null).toBe(isThere)
  expect(there('checks', 'B1')).toBe(isThere)
})

it('is forgotten by what it is about, and of everybody but one person', () => {
  keep('checks', 'B1', 'a')
  keep('rooms', 'R1', 'b')
  forgetCopy('checks', 'B2')
  expect(there('checks', 'B1')).toBe(true)
  forgetCopies('b')
  expect([there('checks', 'B1'), there('rooms', 'R1')]).toEqual([false, true])
  forgetCopies()
  expect(there('rooms', 'R1')).toBe(false)
})

it('what another program wrote there is no copy and goes with the others', () => {
  localStorage.setItem('mingji.copy.checks', '{')
  localStorage.setItem('other', 'x')
  expect(there('checks', 'B1')).toBe(false)
  forgetCopies('a')
  expect([localStorage.getItem('mingji.copy.checks'), localStorage.getItem('other')]).toEqual([null, 'x'])
})
