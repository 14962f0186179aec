// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useRoute } from 'vue-router'
import DropPanel from '@/shared/page/DropPanel.vue'
import { useSaveKey } from '@/shared/page/page'
import { useSettings } from '@/shared/settings'
import ExportMenu from '@/shared/table/ExportMenu.vue'
import { mounted, sessionOf } from '@/shared/testing'
import { pages } from '../pages'
import BreadCrumb from './BreadCrumb.vue'
import { useShellKeys } from './useShellKeys'

describe('the keys of every page', () => {
  const does = { search: vi.fn(), help: vi.fn(), nothingToSave: vi.fn() }
  const Shell = defineComponent({ setup: () => (useShellKeys(does), () => h('input')) })
  const press = (key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    target.dispatchEvent(event)
    return event.defaultPrevented
  }

  it('search and help, also from a Chinese keyboard, but not while something is typed', async () => {
    const wrapper = await mounted(Shell)
    expect([press('/'), press('?'), press('？')]).toEqual([true, true, true])
    expect(press('/', {}, wrapper.get('input').element)).toBe(false)
    expect(press('/', { ctrlKey: true })).toBe(false)
    expect([does.search.mock.calls.length, does.help.mock.calls.length]).toEqual([1, 2])
  })

  it('can be switched off where single letters disturb', async () => {
    await mounted(Shell)
    useSettings().hasKeys = false
    expect(press('/')).toBe(false)
  })

  it('save what was opened last, also from inside a field', async () => {
    const saved: string[] = []
    const Form = defineComponent({ props: { name: { type: String, required: true } }, setup: (props) => (useSaveKey(() => saved.push(props.name)), () => h('input')) })
    await mounted(Shell)
    expect(press('s', { ctrlKey: true })).toBe(true)
    expect(does.nothingToSave).toHaveBeenCalledOnce()
    const page = await mounted(Form, { props: { name: 'page' } })
    const dialog = await mounted(Form, { props: { name: 'dialog' } })
    press('s', { ctrlKey: true }, dialog.get('input').element)
    dialog.unmount()
    press('S', { ctrlKey: true }, page.get('input').element)
    expect(saved).toEqual(['dialog', 'page'])
  })
})

describe('the breadcrumb', () => {
  const at = async (path: string) => {
    const Probe = defineComponent({
      setup() {
        Object.assign(useRoute().meta, { page: pages.find((page) => page.path === path) })
        return () => h(BreadCrumb)
      },
    })
    const wrapper = await mounted(Probe, { at: path, me: sessionOf(['indicators.read', 'budget.read']) })
    return wrapper.findAll('li').map((one) => one.text())
  }

  it('names the group, unless the page is called the same', async () => {
    expect(await at('/desk')).toEqual([])
    expect(await at('/desk/what-if')).toEqual(['工作台', '试算'])
    expect(await at('/budget/lines')).toEqual(['预算', '预算项目'])
  })
})

describe('a panel below a button', () => {
  it('with files to take closes once one is taken, and the focus is back at the button', async () => {
    const wrapper = await mounted(ExportMenu, { props: { choices: [{ label: 'Excel', href: '/x' }] } })
    const button = wrapper.get('button')
    await button.trigger('click')
    wrapper.get('a').element.addEventListener('click', (event) => event.preventDefault())
    await wrapper.get('a').trigger('click')
    expect([wrapper.find('a').exists(), document.activeElement]).toEqual([false, button.element])
  })

  it('opens, and closes with Esc and a press elsewhere', async () => {
    const wrapper = await mounted(DropPanel, { props: { label: '显示' }, slots: { default: '<a href="#">x</a>' } })
    const button = wrapper.get('button')
    await button.trigger('click')
    expect([button.attributes('aria-expanded'), wrapper.find('[role=group]').exists()]).toEqual(['true', true])
    await wrapper.get('a').trigger('keydown', { key: 'Escape' })
    expect([wrapper.find('[role=group]').exists(), document.activeElement]).toEqual([false, button.element])
    await button.trigger('click')
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await flushPromises()
    expect(wrapper.find('[role=group]').exists()).toBe(false)
  })
})
