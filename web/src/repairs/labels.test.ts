// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import EquipmentPage from './EquipmentPage.vue'
import { labelsOfSheet, sheetsOf } from './label'
import LabelsPage from './LabelsPage.vue'
import type { Equipment } from './repairs'

const base = '/api/v1/repairs'
const piece = (code: string, more: Partial<Equipment> = {}): Equipment => ({ code, name: `设备${code}`, kind: 'k', room: 'A', place: null, model: null, since: null, is_active: true, note: null, version: 1, ...more })
const pieces = [piece('E1'), piece('E2', { room: null, place: '走廊' }), piece('E3'), piece('E4', { is_active: false })]
const answers = { [`GET ${base}/equipment`]: { body: { items: pieces } }, [`GET ${base}/report-codes`]: { body: { items: ['E1', 'E2', 'E3'].map((equipment) => ({ equipment, code: `o.${equipment}` })) } } }
const me = sessionOf(['repairs.read', 'repairs.work'])
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))

it('a sheet is full before the next one begins', () => {
  const sizes = (count: number) => sheetsOf(Array.from({ length: count })).map(({ length }) => length)
  expect([0, 1, labelsOfSheet, labelsOfSheet + 1].map(sizes)).toEqual([[], [1], [labelsOfSheet], [labelsOfSheet, 1]])
})

describe('the labels of many', () => {
  const shown = async (at: string) => {
    fakeServer(answers)
    const page = await mounted(LabelsPage, { at: `/repairs/labels${at}`, me })
    return { page, codes: () => page.findAll('[data-label]').map((label) => label.attributes('data-label')) }
  }
  it('are those that were ticked, without what is out of use', async () => {
    const { page, codes } = await shown('?equipment=E2&equipment=E3&equipment=E4')
    expect(codes()).toEqual(['E2', 'E3'])
    expect(new Set(page.findAll('path').map((code) => code.attributes('d'))).size).toBe(2)
    window.print = vi.fn()
    await page.get('button').trigger('click')
    expect(window.print).toHaveBeenCalledTimes(1)
  })
  it('are those of a place, chosen with a list of its own', async () => {
    const { page, codes } = await shown('?equipment=E1')
    const choice = page.get('select')
    expect(choice.findAll('option').map((one) => one.attributes('value'))).toEqual(['', 'A', '走廊'])
    await choice.setValue('A')
    await vi.waitFor(() => expect(codes()).toEqual(['E1', 'E3']))
    await choice.setValue('')
    await vi.waitFor(() => expect(codes()).toEqual(['E1']))
  })
  it('are none before something is chosen, and nothing is printed', async () => {
    const { page, codes } = await shown('')
    expect([codes(), page.get('button').attributes('disabled')]).toEqual([[], ''])
  })
})

describe('the list of equipment', () => {
  it('leads to the labels of what is ticked', async () => {
    fakeServer(answers)
    const page = await mounted(EquipmentPage, { at: '/repairs/equipment', me })
    const ticks = page.findAll('tbody input[type=checkbox]')
    expect(ticks).toHaveLength(pieces.length)
    await ticks[1]?.setValue(true)
    await ticks[2]?.setValue(true)
    expect(page.findAll('a').map((link) => link.attributes('href'))).toContain('/repairs/labels?equipment=E2&equipment=E3')
  })
  it('has no ticks for who prints no labels', async () => {
    fakeServer(answers)
    const page = await mounted(EquipmentPage, { at: '/repairs/equipment', me: sessionOf(['repairs.read']) })
    expect([page.find('tbody input[type=checkbox]').exists(), page.findAll('a').some((link) => link.attributes('href')?.startsWith('/repairs/labels'))]).toEqual([false, false])
  })
})
