// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { sendWaiting } from '@/shared/outbox/sending'
import { inspectionOf, seenOf, wayOf, type KeptInspection, type Seen } from './inspecting'
import type { Inspection } from './repairs'

const kept = (id: string, finished: number): KeptInspection =>
  ({ id, finished, counter: { person: 'p', name: 'n' }, state: 'waiting', says: '', inspection: inspectionOf(id, 'P', '2026-01-05', []) })
const answered = (number: string) => Promise.resolve({ number } as Inspection)
const refusal = (status: number) => Promise.reject(new ApiProblem({ status, code: 'c', detail: 'why', errors: [] }))

it('go in the order they were finished, each under its own key, and are taken with their answer', async () => {
  const asked: string[] = []
  const taken: string[] = []
  const way = wayOf((one, { number }) => void taken.push(`${one.id} ${number}`), (key, { equipment }) => (asked.push(`${key} ${equipment}`), answered(`JC-${key}`)))
  expect(await sendWaiting([kept('b', 20), kept('a', 10)], way, () => Promise.resolve())).toBeNull()
  expect([asked, taken]).toEqual([['a a', 'b b'], ['a JC-a', 'b JC-b']])
})
it('that the server refuses are refused alone; without a line they stay', async () => {
  const judged: string[] = []
  const keep = (more: KeptInspection[]) => Promise.resolve(void judged.push(...more.map(({ id, state, says }) => `${id} ${state} ${says}`)))
  const way = wayOf(() => undefined, (key) => (key === 'c' ? refusal(0) : key === 'a' ? refusal(422) : answered(key)))
  expect(await sendWaiting([kept('a', 1), kept('b', 2), kept('c', 3), kept('d', 4)], way, keep)).toBe('offline')
  expect(judged).toEqual(['a refused why', 'b sent '])
})

it('what was ticked comes back to the items of the plan as it is now', () => {
  const before: Seen[] = [{ item: '遥控', result: 'failed', note: '没有电池', photos: ['f'] }, { item: '灯泡', result: 'passed', note: '', photos: [] }]
  const seen = seenOf(['画面', '遥控'], before)
  expect(seen.map(({ item, result }) => [item, result])).toEqual([['画面', ''], ['遥控', 'failed']])
  expect(inspectionOf('E', 'P', '2026-01-05', [{ item: '遥控', result: 'failed', note: ' 没有电池 ', photos: ['f'] }]).items).toEqual([{ item: '遥控', result: 'failed', note: '没有电池', photos: ['f'] }])
})
