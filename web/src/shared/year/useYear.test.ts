// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'
import { fakeServer, mounted, problem } from '@/shared/testing'
import YearChoice from './YearChoice.vue'
import { usualYear, useYear } from './useYear'

describe('the year of a page', () => {
  it('is this one where it has promises, else the newest that has', () => {
    expect([usualYear([2024, 2026], '2026-03-01'), usualYear([2023, 2024], '2026-03-01'), usualYear([], '2026-03-01')]).toEqual(['2026', '2024', '2026'])
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
    expect((await open('/?year=x')).said()).toContain('2024 undefined')
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
