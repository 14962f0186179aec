// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import QrCode from '@/shared/page/QrCode.vue'
import { fakeServer, mounted, problem, sessionOf } from '@/shared/testing'
import { roomOf } from './count/roomCode'
import type { ExpectedRoom } from './holdings'
import LabelsPage from './LabelsPage.vue'

const room = (building: string, number: string): ExpectedRoom => ({ building, building_name: `示例楼${building}`, number, floor: 1, unit: null, usable_m2: '18.40', code: `MINGJI-ROOM:${building}/${number}` })
const rooms = [room('FW-1', '101'), room('FW-1', '102'), room('FW-2', 'A/3')]
const path = 'GET /api/v1/holdings/stocktakes/PD-1/rooms'

async function open(query = '', items = rooms) {
  fakeServer({ [path]: { body: { items, next: null } } })
  return mounted(LabelsPage, { at: `/holdings/stocktakes/PD-1/labels${query}`, path: '/holdings/stocktakes/:stocktake/labels', me: sessionOf(['holdings.read']) })
}
const labels = (wrapper: Awaited<ReturnType<typeof open>>) => wrapper.findAll('[data-label]').map((one) => one.attributes('data-label'))

describe('labels of rooms', () => {
  it('each carry the code that a phone reads as that room', async () => {
    const wrapper = await open()
    const codes = wrapper.findAllComponents(QrCode).map((one) => one.props('text'))
    expect(codes.map((code) => roomOf(code, []))).toEqual(rooms.map(({ building, number }) => ({ building, number })))
    expect(wrapper.findAll('[data-label]').map((one) => [one.get('strong').text(), one.get('.code').text()])).toEqual([['101', 'FW-1/101'], ['102', 'FW-1/102'], ['A/3', 'FW-2/A/3']])
  })

  it('of one building alone, where that is in the address or chosen', async () => {
    const wrapper = await open('?building=FW-2')
    expect(labels(wrapper)).toEqual(['MINGJI-ROOM:FW-2/A/3'])
    await wrapper.get('select').setValue('FW-1')
    await flushPromises()
    expect(labels(wrapper)).toEqual(['MINGJI-ROOM:FW-1/101', 'MINGJI-ROOM:FW-1/102'])
  })

  it('are printed; of nothing there is nothing to print', async () => {
    window.print = vi.fn()
    await (await open()).get('button').trigger('click')
    expect(window.print).toHaveBeenCalledTimes(1)
    const empty = await open('', [])
    expect(labels(empty)).toEqual([])
    expect(empty.get('button').attributes('disabled')).toBeDefined()
  })

  it('of a stocktake that is not there say so', async () => {
    fakeServer({ [path]: { status: 404, body: problem(404, 'holdings.stocktake.unknown') } })
    const wrapper = await mounted(LabelsPage, { at: '/holdings/stocktakes/PD-1/labels', path: '/holdings/stocktakes/:stocktake/labels', me: sessionOf(['holdings.read']) })
    expect(wrapper.text()).toContain('holdings.stocktake.unknown')
    expect(labels(wrapper)).toEqual([])
  })
})
