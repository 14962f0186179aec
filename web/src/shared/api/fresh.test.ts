// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { mounted } from '@/shared/testing'
import { isAbout, useFresh } from './fresh'

afterEach(() => vi.unstubAllGlobals())

it('an event is about a slice and what is in it, not about one whose name begins the same', () => {
  expect(['budget', 'budget.payments', 'budgets.x', 'ledgers'].map((what) => isAbout({ what, name: '' }, 'budget'))).toEqual([true, true, false, false])
  expect([null, 'budget', {}, { what: 3 }].some((event) => isAbout(event, 'budget'))).toBe(false)
})

it('what a slice shows is asked for again when the server says so', async () => {
  const heard = new Map<string, (event: { data: string }) => void>()
  vi.stubGlobal('EventSource', class {
    addEventListener(type: string, then: (event: { data: string }) => void) {
      heard.set(type, then)
    }
    close() {
      return undefined
    }
  })
  const asked = { budget: 0, ledgers: 0 }
  const ask = (slice: keyof typeof asked) => useQuery({ queryKey: [slice, 'list'], queryFn: () => Promise.resolve(++asked[slice]) })
  const wrapper = await mounted(defineComponent({
    setup() {
      useFresh('budget')
      ask('budget')
      ask('ledgers')
      return () => null
    },
  }))
  heard.get('change')?.({ data: '{"what":"budget.payments","name":"2024"}' })
  await flushPromises()
  expect(asked).toEqual({ budget: 2, ledgers: 1 })
  heard.get('resync')?.({ data: '' })
  await flushPromises()
  expect(asked).toEqual({ budget: 3, ledgers: 1 })
  wrapper.unmount()
})
