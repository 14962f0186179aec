// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import { areasOf, buildingOf, emptyEstate, findingsOfEstate, parcelOf, typedEstate, type TypedEstate } from './estate'
import EstateChangePage from './EstateChangePage.vue'
import EstateNewPage from './EstateNewPage.vue'
import { campaignOf, emptyCampaign, emptyMember, findingsOfCampaign, findingsOfMember, memberOf, typedMember } from './member'
import { blankRows, findingOf, roomsOf, rowsOf, totalOf, useOf, wrongCells } from './rooms'
import RegistrationPage from './RegistrationPage.vue'
import RoomsPage from './RoomsPage.vue'
import { campaign, file, member } from './sample'
import { t as say } from './wordsOfForms'

const base = '/api/v1/premises'
const may = sessionOf(['premises.read', 'premises.edit'])
beforeEach(() => {
  vi.stubGlobal('EventSource', QuietEvents)
  document.body.innerHTML = ''
})

describe('a building as it is typed', () => {
  const typed = (more: Partial<TypedEstate> = {}): TypedEstate => ({ ...emptyEstate(), code: 'FW-1', name: '示例楼', ...more })
  const area = (area_m2: string, more = {}) => ({ ...emptyEstate().areas, survey: { area_m2, measured_on: '', document: '', ...more } })
  const wrong = (one: TypedEstate, kind: 'building' | 'parcel' = 'building') => Object.entries(findingsOfEstate(one, kind)).filter(([, says]) => says !== false).map(([pointer]) => pointer)

  it('is sent as it was read when nothing is changed', () => {
    const { name, title, areas, papers, floors_above } = buildingOf(typedEstate(file))
    expect({ name, title, areas, papers, floors_above }).toEqual({ name: file.name, title: file.title, areas: file.areas, papers: file.papers, floors_above: 5 })
  })

  it.each([
    ['/code', typed({ code: ' ' })], ['/name', typed({ name: '' })], ['/floors_above', typed({ floors_above: '1.5' })], ['/floors_below', typed({ floors_below: '-1' })],
    ['/title/reason', typed({ status: 'unregistered' })], ['/areas', typed({ areas: area('0') })], ['/areas', typed({ areas: area('1.234') })], ['/areas', typed({ areas: area('', { document: '示例报告' }) })],
    ['/papers', typed({ papers: { ...emptyEstate().papers, tax: { state: '', number: '1', dated_on: '', note: '' } } })],
  ])('has something wrong at %s', (pointer, one) => expect(wrong(one)).toEqual([pointer]))

  it.each([[typed()], [typed({ areas: area('0.01') })], [typed({ areas: area('１,234.5') })], [typed({ status: 'unregistered', reason: '示例原因' })], [typed({ floors_above: '0', floors_below: ' 2 ' })]])('is right', (one) => expect(wrong(one)).toEqual([]))

  it('has areas of the sources that say anything, and no usable area when it is land', () => {
    const both = typed({ areas: { ...area('1,234.5'), usable: { area_m2: '10', measured_on: '', document: '' } } })
    expect(areasOf(both, 'building').map(({ source, area_m2 }) => [source, area_m2])).toEqual([['survey', '1234.50'], ['usable', '10.00']])
    expect(parcelOf(both).areas?.map(({ source }) => source)).toEqual(['survey'])
    expect('structure' in parcelOf(both)).toBe(false)
  })
})

describe('the sheet of rooms', () => {
  const line = (number: string, floor = '3', use = '办公室', area = '18.00') => [number, floor, '', use, area, '', '']
  const codes = (rows: string[][]) => wrongCells(rows)

  it('is the same rooms after it was read', () => {
    const rooms = file.floors.flatMap((floor) => floor.rooms)
    expect(roomsOf([...rowsOf(rooms), ...blankRows(3)])).toEqual(rooms)
  })

  it.each([
    [0, [line('1'), ...blankRows(2)]], [1, [line('')]], [2, [line('1'), line('1 ')]], [1, [line('1', '0')]], [0, [line('1', '-20')]], [1, [line('1', '-21')]], [0, [line('1', '200')]], [1, [line('1', '201')]],
    [1, [line('1', '1.5')]], [1, [line('1', '3', '客厅')]], [0, [line('1', '3', 'Office')]], [1, [line('1', '3', '办公室', '0')]], [0, [line('1', '3', '办公室', '0.01')]], [1, [line('1', '3', '办公室', '')]], [1, [line('x'.repeat(41))]],
  ])('has %i cells to correct', (count, rows) => expect(codes(rows)).toBe(count))

  it('says nothing of a line that says nothing', () => expect(findingOf(blankRows(1), '', 'number', 0)).toBeNull())
  it('knows a use in both languages', () => expect([useOf(' 技术业务用房 '), useOf('technical'), useOf('')]).toEqual(['technical', 'technical', undefined]))
  it('adds up what can be read', () => expect(totalOf([line('1'), line('2', '3', '办公室', 'x'), line('3', '3', '办公室', '0.05')])).toEqual({ rooms: 3, usable_m2: '18.05' }))

  it('sends all rooms with the tag of what was read', async () => {
    const rooms = file.floors.flatMap((floor) => floor.rooms)
    const list = { items: rooms, next: null }
    const sent = fakeServer({ [`GET ${base}/buildings/FW-1`]: { body: file }, [`GET ${base}/buildings/FW-1/rooms`]: { body: list, headers: { etag: '"r1"' } }, [`PUT ${base}/buildings/FW-1/rooms`]: { body: list, headers: { etag: '"r2"' } } })
    const page = await mounted(RoomsPage, { at: '/premises/buildings/FW-1/rooms', path: '/premises/buildings/:building/rooms', me: may })
    await flushPromises()
    await page.get('form').trigger('submit')
    await flushPromises()
    const put = sent.find(({ method }) => method === 'PUT')
    expect(put?.headers.get('if-match')).toBe('"r1"')
    expect(await put?.json()).toEqual({ rooms })
    expect(page.find('.saved').exists()).toBe(true)
  })
})

describe('the page that changes a building', () => {
  const path = `${base}/buildings/FW-1`
  const open = async (answers: Parameters<typeof fakeServer>[0]) => {
    const sent = fakeServer({ [`GET ${path}`]: { body: file, headers: { etag: '"1"' } }, ...answers })
    const page = await mounted(EstateChangePage, { at: '/premises/buildings/FW-1/change', path: '/premises/buildings/:building/change', me: may })
    await flushPromises()
    return { sent, page, save: async () => { await page.get('form').trigger('submit'); await flushPromises() } }
  }

  it('shows a refusal at its field', async () => {
    const { page, save } = await open({ [`PUT ${path}`]: { status: 422, body: problem(422, 'premises.parcel.unknown', [{ pointer: '/parcel', code: 'premises.parcel.unknown', message: '没有这块地' }]) } })
    await save()
    const field = page.findAll('.field').find((one) => one.find('.error').exists())
    expect(field?.find('input').attributes('aria-invalid')).toBe('true')
    expect(field?.text()).toContain('没有这块地')
  })

  it('shows what somebody else changed meanwhile', async () => {
    let reads = 0
    const { page, save } = await open({
      [`GET ${path}`]: () => ({ body: reads++ === 0 ? file : { ...file, name: '示例楼乙' }, headers: { etag: `"${reads}"` } }),
      [`PUT ${path}`]: { status: 412, body: problem(412, 'request.changed') },
    })
    await page.findAll('input')[0]?.setValue('示例楼甲')
    await save()
    expect(document.querySelector('.clashes')?.textContent).toContain('示例楼乙')
  })

  it('is not sent while something is wrong', async () => {
    const { page, sent, save } = await open({})
    await page.findAll('input')[0]?.setValue(' ')
    await save()
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false)
    expect(page.find('[role=alert] a').exists()).toBe(true)
  })
})

it('a building that was recorded opens', async () => {
  const sent = fakeServer({ [`POST ${base}/buildings`]: { status: 201, body: file } })
  const page = await mounted(EstateNewPage, { at: '/premises/new/building', me: may })
  await flushPromises()
  const inputs = page.findAll('.two input')
  await inputs[0]?.setValue('FW-1')
  await inputs[1]?.setValue('示例楼')
  await page.get('form').trigger('submit')
  await vi.waitFor(() => expect(page.vm.$router.currentRoute.value.path).toBe('/premises/buildings/FW-1'))
  const post = sent.find(({ method, url }) => method === 'POST' && url.endsWith('/buildings'))
  expect(await post?.json()).toMatchObject({ code: 'FW-1', name: '示例楼', areas: [], papers: [], title: { status: 'registered', reason: null } })
  expect(post?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
})

describe('a campaign and its units as they are typed', () => {
  const wrong = (found: Record<string, string | false>) => Object.entries(found).filter(([, says]) => says !== false).map(([pointer]) => pointer)
  const named = { ...emptyMember(), code: '1', unit: '示例单位' }

  it.each([
    [['/code', '/name'], findingsOfCampaign(emptyCampaign())],
    [['/due_on'], findingsOfCampaign({ ...emptyCampaign(), code: '1', name: '示例', started_on: '2024-02-02', due_on: '2024-02-01' })],
    [[], findingsOfCampaign({ ...emptyCampaign(), code: '1', name: '示例', started_on: '2024-02-02', due_on: '2024-02-02' })],
    [['/code', '/unit', '/area_m2'], findingsOfMember(emptyMember())],
    [['/area_m2'], findingsOfMember({ ...named, area_m2: '0' })],
    [['/area_m2'], findingsOfMember({ ...named, area_m2: '许多', buildings: ['FW-1'] })],
    [[], findingsOfMember({ ...named, area_m2: '0.01' })],
    [[], findingsOfMember({ ...named, buildings: ['FW-1'] })],
  ])('has something wrong at %o', (pointers, found) => expect(wrong(found)).toEqual(pointers))

  it('says nothing where nothing is known', () => {
    expect(campaignOf({ ...emptyCampaign(), code: ' 1 ', name: ' 示例 ' })).toEqual({ code: '1', name: '示例', started_on: null, due_on: null, note: null })
    expect(memberOf({ ...named, buildings: ['FW-1'] })).toEqual({ unit: '示例单位', category: 'agency', area_m2: null, buildings: ['FW-1'], note: null })
    expect(memberOf(typedMember(member('1', { stated_area_m2: '100.50' }))).area_m2).toBe('100.50')
  })

  it('a unit is added with the buildings that are ticked', async () => {
    const list = { items: [{ ...campaign([]), progress: campaign([]).progress.all }], next: null }
    const buildings = ['FW-1', 'FW-2'].map((code) => ({ code, name: '示例楼', unit: null, address: null, title_status: 'registered', areas: [], missing_papers: 0, has_outline: false, parcel: null }))
    const sent = fakeServer({
      [`GET ${base}/campaigns`]: { body: list }, [`GET ${base}/campaigns/2024`]: { body: campaign([member('1')]) }, [`GET ${base}/map`]: { body: { epsg: null, buildings: [], parcels: [], without_outline: [] } },
      [`GET ${base}/buildings`]: { body: { items: buildings, next: null, total: 2, areas: [] } }, [`POST ${base}/campaigns/2024/members`]: { status: 201, body: member('9') },
    })
    const page = await mounted(RegistrationPage, { at: '/premises/registration', me: may })
    await flushPromises()
    await page.findAll('#members button').find((button) => button.text() === say('member_new'))?.trigger('click')
    await flushPromises()
    const form = document.querySelector('[role=dialog] form')
    const inputs = [...(form?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    const fill = (index: number, text: string) => { inputs[index]!.value = text; inputs[index]!.dispatchEvent(new Event('input')) }
    fill(0, '9')
    fill(1, '示例单位9')
    inputs.find(({ type, value }) => type === 'checkbox' && value === 'FW-2')?.click()
    form?.dispatchEvent(new Event('submit'))
    await flushPromises()
    const post = sent.find(({ method }) => method === 'POST')
    expect(await post?.json()).toEqual({ code: '9', unit: '示例单位9', category: 'agency', area_m2: null, buildings: ['FW-2'], note: null })
  })
})
