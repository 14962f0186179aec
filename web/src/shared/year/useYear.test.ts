// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'
import { fakeServer, mounted, problem } from '@/shared/testing'
import YearChoice from './YearChoice.vue'
import { useYear, yearOf } from './useYear'

describe('the year of a page', () => {
  const now = '2026-03-01'
  it('of promises is what the address says, else the last one, this one, the newest, and this one where there is none', () => {
    const usual = (years: number[], written?: string, last: string | null = null) => yearOf('indicators', { written, last, years, now })
    expect([usual([2024, 2026]), usual([2023, 2024]), usual([])]).toEqual(['2026', '2024', '2026'])
    expect([usual([2024, 2026], '1999'), usual([2024, 2026], 'x', '2024'), usual([2026], undefined, '2024')]).toEqual(['1999', '2024', '2026'])
  })

  it('of a budget is one that is open, or none', () => {
    const usual = (years: number[], written?: string, last: string | null = null) => yearOf('budget', { written, last, years, now })
    expect(usual([2024, 2025], '2024', '2025')).toBe('2024')
    expect(usual([2024, 2025], '1999', '2025')).toBe('2025')
    expect([usual([2024, 2026]), usual([2024, 2023]), usual([], '2024')]).toEqual(['2026', '2024', null])
  })

  const Probe = defineComponent({
    setup() {
      const state = useYear()
      const route = useRoute()
      return () => h('div', [h('output', `${state.year.value} ${state.on.value} ${JSON.stringify(route.query)} ${state.error.value?.message ?? ''}`), h(YearChoice, { state, withDay: true })])
    },
  })
  const open = async (at: string) => {
    fakeServer({ 'GET /api/v1/indicators/years': { body: { items: [{ year: 2023 }, { year: 2024 }], next: null } } })
    const wrapper = await mounted(Probe, { at })
    return { wrapper, said: () => wrapper.get('output').text() }
  }

  it('is taken from the address; a day of another year is none', async () => {
    expect((await open('/?year=2023&on=2023-05-31')).said()).toContain('2023 2023-05-31')
    expect((await open('/?year=2023&on=2024-05-31')).said()).toContain('2023 undefined')
  })

  it('that was looked at last is where the next page begins, and then it stands in the address', async () => {
    await open('/?year=2023')
    expect((await open('/?code=C1')).said()).toContain('2023 undefined {"code":"C1","year":"2023"}')
  })

  it('is chosen without losing what else the address says; the day goes with its year', async () => {
    const { wrapper, said } = await open('/?year=2024&on=2024-05-31&code=C1')
    await wrapper.get('select').setValue('2023')
    await flushPromises()
    expect(said()).toContain('2023 undefined {"code":"C1","year":"2023"}')
    await wrapper.get('input[type=date]').setValue('2023-07-01')
    await flushPromises()
    expect(said()).toContain('2023 2023-07-01')
  })

  it('says when the years cannot be read', async () => {
    fakeServer({ 'GET /api/v1/indicators/years': { status: 503, body: problem(503, 'request.database_away') } })
    expect((await mounted(Probe, { at: '/' })).get('output').text()).toContain('request.database_away')
  })
})
