// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { mounted } from '@/shared/testing'
import { useInAddress } from './useInAddress'

it('a choice stands in the address beside the others, and leaves it when it is unset', async () => {
  let year!: ReturnType<typeof useInAddress>
  const wrapper = await mounted(defineComponent({ setup: () => { year = useInAddress('year'); return () => null } }), { at: '/x?run=r1' })
  const address = () => wrapper.vm.$router.currentRoute.value.fullPath
  expect(year.value).toBe('')
  year.value = '2024'
  await flushPromises()
  expect([address(), year.value]).toEqual(['/x?run=r1&year=2024', '2024'])
  year.value = ''
  await flushPromises()
  expect(address()).toBe('/x?run=r1')
})
