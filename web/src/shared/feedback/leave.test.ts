// SPDX-License-Identifier: Apache-2.0
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { asked } from './confirm'
import { useLeaveGuard } from './useLeaveGuard'

const isDirty = ref(true)
const Form = defineComponent({ setup: () => (useLeaveGuard(() => isDirty.value), () => h('form')) })

it('a page with unsaved changes is left only with a yes', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/form', component: Form }, { path: '/other', component: { render: () => null } }] })
  await router.push('/form')
  const wrapper = mount(RouterView, { global: { plugins: [router] } })
  const leave = async (answer: boolean | null) => {
    const going = router.push('/other')
    await flushPromises()
    if (answer === null) expect(asked.value).toBeNull()
    else asked.value?.answer(answer)
    await going
    return router.currentRoute.value.path
  }
  const unload = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(unload)
  expect(unload.defaultPrevented).toBe(true)
  expect(await leave(false)).toBe('/form')
  expect(await leave(true)).toBe('/other')
  await router.push('/form')
  await flushPromises()
  isDirty.value = false
  expect(await leave(null)).toBe('/other')
  wrapper.unmount()
})
