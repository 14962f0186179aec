// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { Tagged } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import type { DraftPlace, Saved } from './kept'
import { useDraft } from './useDraft'
import { usePreference } from './usePreference'

/** The server's side of one place, with its rule: a change names the tag of what is there. */
function serverPlace(content: unknown = null) {
  const state = { content, version: 1, broken: false, writes: 0 }
  const now = (): Tagged<Saved> => ({ value: { name: 'form', value: state.content, saved_at: state.content === null ? null : '2026-11-24T10:05:00+08:00' }, etag: `"${state.version}"` })
  const change = (etag: string, next: unknown): Promise<Tagged<Saved>> => {
    if (state.broken) return Promise.reject(new ApiProblem({ status: 503, code: 'request.database_away', detail: '' }))
    if (etag !== `"${state.version}"`) return Promise.reject(new ApiProblem({ status: 412, code: 'request.changed_meanwhile', detail: '' }))
    state.content = next
    state.version += 1
    state.writes += 1
    return Promise.resolve(now())
  }
  const place: DraftPlace = { read: () => Promise.resolve(now()), write: (next, etag) => change(etag, next), clear: (etag) => change(etag, null) }
  return { state, place }
}

const quiet = async () => {
  await nextTick()
  await vi.advanceTimersByTimeAsync(1100)
}

let scope = effectScope()
/** As a component does: what is made in it ends with it. */
const inside = <T>(make: () => T): T => scope.run(make) as T

beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a draft', () => {
  const open = async (place: DraftPlace, form = ref({ name: '', note: '' })) => {
    const draft = inside(() => useDraft('form', form, place))
    await draft.start()
    return { draft, form }
  }

  it('is kept when typing pauses, once for all letters', async () => {
    const { state, place } = serverPlace()
    const { draft, form } = await open(place)
    form.value.name = '甲'
    await nextTick()
    form.value.name = '甲中心'
    expect(draft.state.value).toBe('waiting')
    await quiet()
    expect(state).toMatchObject({ content: { name: '甲中心', note: '' }, writes: 1 })
    expect(draft.state.value).toBe('kept')
  })

  it('comes back into the form, and can be thrown away', async () => {
    const { state, place } = serverPlace({ name: '甲中心', note: '未完' })
    const { draft, form } = await open(place)
    expect(form.value).toEqual({ name: '甲中心', note: '未完' })
    expect(draft.restoredAt.value).not.toBeNull()
    await draft.discard()
    expect(form.value).toEqual({ name: '', note: '' })
    expect(state.content).toBeNull()
  })

  it('is gone after the form was sent, and a later change begins a new one', async () => {
    const { state, place } = serverPlace()
    const { draft, form } = await open(place)
    form.value.name = '甲'
    await quiet()
    await draft.done()
    expect(state.content).toBeNull()
    form.value.note = '再来'
    await quiet()
    expect(state.content).toEqual({ name: '甲', note: '再来' })
  })

  it('never overwrites what another window kept, unless the person says so', async () => {
    const { state, place } = serverPlace()
    const mine = await open(place)
    const theirs = await open(place)
    theirs.form.value.name = '他们'
    await quiet()
    mine.form.value.name = '我'
    await quiet()
    expect(mine.draft.state.value).toBe('elsewhere')
    expect(state.content).toMatchObject({ name: '他们' })
    await mine.draft.keepMine()
    expect(state.content).toMatchObject({ name: '我' })
  })

  it('says when it could not be kept and tries again with the next change', async () => {
    const { state, place } = serverPlace()
    const { draft, form } = await open(place)
    state.broken = true
    form.value.name = '甲'
    await quiet()
    expect(draft.state.value).toBe('failed')
    state.broken = false
    form.value.name = '甲乙'
    await quiet()
    expect(draft.state.value).toBe('kept')
  })

  it('is kept at once when the page is left', async () => {
    const { state, place } = serverPlace()
    const { form } = await open(place)
    form.value.name = '甲'
    await nextTick()
    scope.stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(state.content).toEqual({ name: '甲', note: '' })
  })

  it('leaves the form alone where the server keeps no drafts', async () => {
    const { draft, form } = await open({ ...serverPlace().place, read: () => Promise.resolve(null) })
    form.value.name = '甲'
    await quiet()
    expect(draft.keptAt.value).toBeNull()
  })
})

describe('a preference', () => {
  const read = (stored: unknown) => ({ width: (stored as { width?: number } | null)?.width ?? 100 })

  it('is read, and kept when it changes', async () => {
    const { state, place } = serverPlace({ width: 80 })
    const { value, load } = inside(() => usePreference('table', read, place))
    await load()
    expect(value.value.width).toBe(80)
    await quiet()
    expect(state.writes).toBe(0)
    value.value.width = 120
    await quiet()
    expect(state).toMatchObject({ content: { width: 120 }, writes: 1 })
  })

  it('takes the usual where nothing is stored', async () => {
    const { value, load } = inside(() => usePreference('table', read, serverPlace().place))
    await load()
    expect(value.value.width).toBe(100)
  })
})
