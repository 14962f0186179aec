// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import EquipmentForm from './EquipmentForm.vue'

const base = '/api/v1/repairs'
const stored = { code: 'E1', name: '投影', kind: 'k', room: null, place: '走廊', model: null, since: null, is_active: true, note: null, version: 3 }
const me = sessionOf(['repairs.read', 'repairs.edit'])
beforeEach(() => vi.stubGlobal('EventSource', QuietEvents))
const inDialog = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(`.el-dialog ${selector}`)]
async function type(at: number, value: string): Promise<void> {
  const input = inDialog<HTMLInputElement>('input')[at]
  if (!input) throw new Error(`input ${at}`)
  input.value = value
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}
async function send(): Promise<void> {
  inDialog('form')[0]?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

describe('the form of what has a code', () => {
  it('records something new once it is right, and says what the server refuses', async () => {
    let isTaken = true
    const sent = fakeServer({ [`POST ${base}/equipment`]: () => (isTaken ? { status: 409, body: problem(409, 'repairs.equipment.code_taken', [{ pointer: '/code', code: 'repairs.equipment.code_taken', message: '已有' }]) } : { status: 201, body: stored }) })
    const form = await mounted(EquipmentForm, { props: { code: null }, me })
    expect(inDialog<HTMLInputElement>('input')[0]?.disabled).toBe(false)
    await send()
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(0)
    for (const [at, value] of [' E1 ', '投影', 'k', '走廊'].entries()) await type(at, value)
    await send()
    expect([form.emitted('done'), document.body.textContent.includes('已有')]).toEqual([undefined, true])
    isTaken = false
    await send()
    expect(form.emitted('done')).toHaveLength(1)
    expect(await sent.filter(({ method }) => method === 'POST').at(-1)?.json()).toEqual({ code: 'E1', name: '投影', kind: 'k', room: null, place: '走廊', model: null, since: null, is_active: true, note: null })
  })
  it('changes what is there as it was seen, and its code never', async () => {
    const sent = fakeServer({ [`GET ${base}/equipment/E1`]: { body: stored, headers: { etag: '"3"' } }, [`PUT ${base}/equipment/E1`]: { body: { ...stored, name: '幕布' }, headers: { etag: '"4"' } } })
    const form = await mounted(EquipmentForm, { props: { code: 'E1' }, me })
    await flushPromises()
    expect(inDialog<HTMLInputElement>('input')[0]?.disabled).toBe(true)
    await type(1, '幕布')
    await send()
    const put = sent.find(({ method }) => method === 'PUT')
    expect([put?.headers.get('if-match'), (await put?.json()).name, form.emitted('done')?.length]).toEqual(['"3"', '幕布', 1])
  })
})
