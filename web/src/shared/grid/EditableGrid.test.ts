// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { mounted } from '@/shared/testing'
import EditableGrid from './EditableGrid.vue'
import type { Rows } from './grid'

const columns = [{ key: 'code', title: '编码', isFixed: true }, { key: 'weight', title: '权重' }]
const check = (text: string, column: { key: string }) => (column.key === 'weight' && !/^\d+$/.test(text) ? '权重是数字' : null)

async function open(rows: Rows = [['a', '1'], ['b', '2']]) {
  const wrapper = await mounted(EditableGrid, { props: { modelValue: rows, columns, caption: '指标', check, 'onUpdate:modelValue': (now: Rows) => wrapper.setProps({ modelValue: now }) } })
  const editor = wrapper.get<HTMLInputElement>('.editor')
  const press = async (key: string, more: object = {}) => {
    await editor.trigger('keydown', { key, ...more })
    await flushPromises()
  }
  const type = async (text: string) => {
    await editor.setValue(text)
    await flushPromises()
  }
  const cells = () => wrapper.findAll('[role=gridcell]').map((cell) => cell.text())
  const active = () => document.getElementById(editor.attributes('aria-activedescendant') ?? '')?.textContent
  return { wrapper, editor, press, type, cells, active }
}

it('says what the page knows about the cell with the cursor, also while it is typed into', async () => {
  const hint = (text: string, column: { key: string }, row: number) => (column.key === 'weight' ? `${row}:${text}` : '')
  const wrapper = await mounted(EditableGrid, { props: { modelValue: [['a', '1'], ['b', '2']], columns, caption: '指标', hint } })
  const said = () => wrapper.get('[role=status]').text()
  const editor = wrapper.get<HTMLInputElement>('.editor')
  expect(said()).toBe('')
  await editor.trigger('keydown', { key: 'ArrowRight' })
  await flushPromises()
  expect(said()).toBe('0:1')
  await editor.setValue('30')
  expect(said()).toBe('0:30')
})

describe('a sheet', () => {
  it('takes what is typed with Enter and Tab, and forgets it with Esc', async () => {
    const { press, type, cells, active } = await open()
    await press('ArrowRight')
    await type('7')
    await press('Enter')
    expect(cells()).toEqual(['a', '7', 'b', '2'])
    expect(active()).toBe('2')
    await type('9')
    await press('Escape')
    expect(cells()).toEqual(['a', '7', 'b', '2'])
    await press('z', { ctrlKey: true })
    expect(cells()).toEqual(['a', '1', 'b', '2'])
  })

  it('edits what is there with F2, and lets an input method end its word', async () => {
    const { editor, press, type, cells } = await open()
    await press('ArrowRight')
    await press('F2')
    expect(editor.element.value).toBe('1')
    await type('12')
    await press('Enter', { isComposing: true })
    expect(cells()[1]).toBe('1')
    await press('Enter')
    expect(cells()[1]).toBe('12')
  })

  it('does not let a fixed cell be typed into', async () => {
    const { wrapper, type, press, cells } = await open()
    await type('x')
    expect(wrapper.get('[role=status]').text()).toBe('这一格不能修改')
    await press('Enter')
    expect(cells()).toEqual(['a', '1', 'b', '2'])
  })

  it('says what is wrong where one is, and leads to the next', async () => {
    const { wrapper, active } = await open([['a', '1'], ['b', 'x'], ['c', 'y']])
    expect(wrapper.findAll('[aria-invalid]')).toHaveLength(2)
    await wrapper.get('.status button').trigger('click')
    await flushPromises()
    expect(active()).toBe('x')
    expect(wrapper.get('[role=status]').text()).toBe('权重是数字')
    await wrapper.get('.status button').trigger('click')
    await flushPromises()
    expect(active()).toBe('y')
  })

  it('begins anew when the page gives other rows', async () => {
    const { wrapper, press, cells } = await open()
    await wrapper.setProps({ modelValue: [['n', '5']] })
    expect(cells()).toEqual(['n', '5'])
    await press('z', { ctrlKey: true })
    expect(cells()).toEqual(['n', '5'])
  })

  it('sums the amounts that are selected', async () => {
    const { wrapper, press } = await open([['1.5', '1'], ['x', '2']])
    await press('a', { ctrlKey: true })
    expect(wrapper.get('[role=status]').text()).toContain('4.50')
  })
})
