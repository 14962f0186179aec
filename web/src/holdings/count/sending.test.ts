// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { batchesOf, sendWaiting, type Way } from '@/shared/outbox/sending'
import { way, type KeptEntry } from './entries'
import { roomOf } from './roomCode'

const kept = (id: string, more: Partial<KeptEntry> = {}): KeptEntry => ({
  id, stocktake: 'P1', counter: { person: 'p1', name: 'n' }, state: 'waiting', says: '',
  entry: { building: 'FW-1', number: id, unit: null, state: 'vacant', note: null, counted_at: '2026-11-26T01:00:00Z' }, ...more,
})
const { batchSize } = way
const by = (post: Way<KeptEntry>['post']): Way<KeptEntry> => ({ ...way, post })
const refusal = (status: number, errors: { pointer: string; code: string; message: string }[] = []) => new ApiProblem({ status, code: 'c', detail: 'why', errors })

/** A server that takes each id once. */
function server() {
  const taken: string[] = []
  const asked: string[][] = []
  const post = (entries: readonly KeptEntry[]) => {
    asked.push(entries.map(({ id }) => id))
    for (const { id } of entries) if (!taken.includes(id)) taken.push(id)
    return Promise.resolve(new Map(entries.map(({ id }) => [id, null])))
  }
  return { taken, asked, post }
}
function shelf() {
  const judged: KeptEntry[] = []
  return { judged, keep: (more: KeptEntry[]) => Promise.resolve(void judged.push(...more)) }
}

describe('batches', () => {
  it.each([[batchSize, 1], [batchSize + 1, 2]])('of %i entries are %i', (count, batches) => {
    expect(batchesOf(Array.from({ length: count }, (_, index) => kept(String(index))), way)).toHaveLength(batches)
  })
  it('are of one stocktake each', () => {
    expect(batchesOf([kept('1'), kept('2', { stocktake: 'P2' }), kept('3')], way).map((batch) => batch.map(({ id }) => id))).toEqual([['1', '3'], ['2']])
  })
})

describe('sending', () => {
  it('sends what waits and nothing else', async () => {
    const { asked, post } = server()
    const { judged, keep } = shelf()
    expect(await sendWaiting([kept('1'), kept('2', { state: 'sent' }), kept('3', { state: 'refused' })], by(post), keep)).toBeNull()
    expect(asked).toEqual([['1']])
    expect(judged.map(({ id, state }) => [id, state])).toEqual([['1', 'sent']])
  })

  it.each([[0, 'offline'], [401, 'signed_out'], [503, 'server'], [500, 'server']] as const)('judges nothing at %i', async (status, halt) => {
    const { judged, keep } = shelf()
    expect(await sendWaiting([kept('1')], by(() => Promise.reject(refusal(status))), keep)).toBe(halt)
    expect(judged).toEqual([])
  })

  it('keeps the first batch when the second one fails', async () => {
    const many = Array.from({ length: batchSize + 1 }, (_, index) => kept(String(index)))
    const { post } = server()
    const { judged, keep } = shelf()
    let calls = 0
    expect(await sendWaiting(many, by((entries) => (++calls === 1 ? post(entries) : Promise.reject(refusal(0)))), keep)).toBe('offline')
    expect(judged).toHaveLength(batchSize)
  })

  it('refuses all of a batch that is refused as a whole', async () => {
    const { judged, keep } = shelf()
    expect(await sendWaiting([kept('1'), kept('2')], by(() => Promise.reject(refusal(409))), keep)).toBeNull()
    expect(judged.map(({ state, says }) => [state, says])).toEqual([['refused', 'why'], ['refused', 'why']])
  })

  it('sends the others again without the entry that is wrong', async () => {
    const { asked, post } = server()
    const { judged, keep } = shelf()
    const isWrong = (entries: readonly KeptEntry[]) => entries.findIndex(({ id }) => id === '2')
    const choosy = (entries: readonly KeptEntry[]) => {
      const at = isWrong(entries)
      return at < 0 ? post(entries) : Promise.reject(refusal(422, [{ pointer: `/entries/${at}/unit`, code: 'c', message: 'no' }]))
    }
    await sendWaiting([kept('1'), kept('2'), kept('3')], by(choosy), keep)
    expect(asked).toEqual([['1', '3']])
    expect(Object.fromEntries(judged.map(({ id, state, says }) => [id, `${state} ${says}`]))).toEqual({ 1: 'sent ', 2: 'refused no', 3: 'sent ' })
  })

  it('does not believe an answer that leaves an entry out', async () => {
    const { judged, keep } = shelf()
    await sendWaiting([kept('1'), kept('2')], by(() => Promise.resolve(new Map([['1', null]]))), keep)
    expect(judged.map(({ id }) => id)).toEqual(['1'])
  })

  it('is counted once when the answer got lost', async () => {
    const { taken, post } = server()
    const lost = async (entries: readonly KeptEntry[]) => {
      await post(entries)
      throw refusal(0)
    }
    const { keep, judged } = shelf()
    await sendWaiting([kept('1')], by(lost), keep)
    await sendWaiting([kept('1')], by(post), keep)
    expect(taken).toEqual(['1'])
    expect(judged.map(({ state }) => state)).toEqual(['sent'])
  })
})

describe('the code of a room', () => {
  const rooms = [{ building: 'FW-1', number: '101' }, { building: 'FW-2', number: '101' }, { building: 'FW-2', number: 'B2' }]
  it.each([
    ['MINGJI-ROOM:FW-1/101', 'FW-1', '101'], [' fw/9 ', 'fw', '9'], ['FW-1／101', 'FW-1', '101'], ['b2', 'FW-2', 'B2'], ['FW-1/A/1', 'FW-1', 'A/1'],
  ])('%s', (text, building, number) => expect(roomOf(text, rooms)).toEqual({ building, number }))
  it.each(['101', '', '/101', 'FW-1/', '999'])('%s names none', (text) => expect(roomOf(text, rooms)).toBeNull())
})
