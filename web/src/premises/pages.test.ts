// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import BuildingPage from './BuildingPage.vue'
import EstatesPage from './EstatesPage.vue'
import ImportPage from './ImportPage.vue'
import MapPage from './MapPage.vue'
import RegistrationPage from './RegistrationPage.vue'
import { campaign, file, member, outline } from './sample'

// There is nothing to draw on here; the browser tests draw.
const drawn: unknown[][] = []
const fitted: unknown[] = []
let press: (place: [number, number], shape: { id: string } | null) => void
vi.mock('./map/drawing', () => ({
  draw: (_: HTMLElement, tell: { press: typeof press }) => {
    press = tell.press
    return { show: (shapes: unknown[]) => void drawn.push(shapes), fit: (around: unknown) => void fitted.push(around), choose: () => undefined, measure: () => undefined, resize: () => undefined, end: () => undefined, middle: () => [512000, 3386000] }
  },
}))

const base = '/api/v1/premises'
const map = { epsg: 4547, buildings: [outline('FW-1'), outline('FW-2', { title_status: 'unregistered' }), outline('FW-3', { title_status: 'recorded' })], parcels: [], without_outline: [{ kind: 'building', code: 'FW-9', name: '示例门卫室', title_status: 'recorded' }] }
const may = sessionOf(['premises.read', 'premises.edit', 'premises.import'])

beforeEach(() => {
  vi.stubGlobal('EventSource', QuietEvents)
  document.body.innerHTML = ''
  drawn.length = fitted.length = 0
})
const settled = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('the map', () => {
  const open = async (at = '/premises/map') => {
    fakeServer({ [`GET ${base}/map`]: { body: map } })
    const page = await mounted(MapPage, { at, me: may })
    await settled()
    return page
  }

  it('draws what the filter takes and lists the same', async () => {
    const page = await open('/premises/map?title_status=unregistered')
    expect(drawn.at(-1)).toHaveLength(1)
    expect(page.findAll('[role=option]')).toHaveLength(1)
    expect(page.text()).toContain('示例门卫室')
  })

  it('chooses at the first press and opens at the second', async () => {
    const page = await open()
    press([0, 0], { id: 'building FW-2' })
    await flushPromises()
    expect(page.find('[role=option][aria-selected=true]').text()).toContain('FW-2')
    press([0, 0], { id: 'building FW-2' })
    await flushPromises()
    expect(page.vm.$router.currentRoute.value.path).toBe('/premises/buildings/FW-2')
  })

  it('goes through the list by keys and opens from it', async () => {
    const page = await open()
    const list = page.get('[role=listbox]')
    const places: (string | undefined)[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'Home']) {
      await list.trigger('keydown', { key })
      places.push(page.get('[aria-selected=true]').attributes('aria-posinset'))
    }
    expect(places).toEqual(['1', '2', '3', '2', '3', '1'])
    expect(list.attributes('aria-activedescendant')).toBe(page.get('[aria-selected=true]').attributes('id'))
    expect(page.get('[aria-selected=true]').text()).toContain('FW-1')
    await list.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(page.vm.$router.currentRoute.value.path).toBe('/premises/buildings/FW-1')
  })

  it('takes points instead of choosing while something is measured', async () => {
    const page = await open()
    await page.findAll('.measure button')[1]?.trigger('click')
    for (const place of [[0, 0], [30, 0], [30, 40]] as [number, number][]) press(place, { id: 'building FW-1' })
    await flushPromises()
    expect(page.get('.measure [role=status]').text()).toMatch(/600\.00.*120\.00/)
    expect(page.find('[aria-selected=true]').exists()).toBe(false)
    await page.get('[role=application]').trigger('keydown', { key: 'Escape' })
    expect(page.find('.measure [role=status]').exists()).toBe(false)
  })

  it('says why it cannot be shown', async () => {
    fakeServer({ [`GET ${base}/map`]: { status: 403, body: problem(403, 'request.not_permitted') } })
    const page = await mounted(MapPage, { at: '/premises/map', me: may })
    await settled()
    expect(page.text()).toContain('request.not_permitted')
  })
})

describe('the register', () => {
  const row = (code: string, missing_papers: number) => ({ code, name: code, unit: null, address: null, title_status: 'registered', areas: [{ source: 'certificate', area_m2: '1234.50' }], missing_papers, has_outline: false, parcel: null })

  it('is read to its end and asked for with the filter of the address', async () => {
    const parts = [{ items: [row('A', 2)], next: 'c1', total: 2, areas: [] }, { items: [row('B', 0)], next: 'c2', total: 3, areas: [] }, { items: [row('C', 0)], next: null, total: 3, areas: [] }]
    const sent = fakeServer({ [`GET ${base}/buildings`]: () => ({ body: parts.shift() }) })
    const page = await mounted(EstatesPage, { at: '/premises/buildings?title_status=registered', me: may })
    await settled()
    const asked = sent.filter(({ url }) => url.includes('/premises/buildings')).map(({ url }) => new URL(url).searchParams)
    expect(asked.map((query) => [query.get('title_status'), query.get('cursor')])).toEqual([['registered', null], ['registered', 'c1'], ['registered', 'c2']])
    const cells = page.findAll('tbody tr').map((line) => line.text())
    expect(cells[0]).toContain('1,234.50')
    expect(cells[0]).toContain('2')
    expect(cells).toHaveLength(3)
  })

  it('is that of the land when the address says so', async () => {
    const sent = fakeServer({ [`GET ${base}/parcels`]: { body: { items: [row('A', 0)], next: null, total: 1, areas: [] } } })
    const page = await mounted(EstatesPage, { at: '/premises/parcels', me: may })
    await settled()
    expect(sent.some(({ url }) => url.includes('/premises/parcels'))).toBe(true)
    expect(page.get('tbody a').attributes('href')).toBe('/premises/parcels/A')
  })
})

describe('a building file', () => {
  it('says what is missing, also what nobody listed, and how far survey and certificate are apart', async () => {
    fakeServer({ [`GET ${base}/buildings/FW-1`]: { body: file }, [`GET ${base}/map`]: { body: map } })
    const page = await mounted(BuildingPage, { at: '/premises/buildings/FW-1', path: '/premises/buildings/:building', me: may })
    await settled()
    const papers = page.findAll('section').find((section) => section.find('.missing').exists())
    expect(papers?.findAll('tbody tr')).toHaveLength(2)
    expect(papers?.get('tbody tr').find('.bad').exists()).toBe(true)
    const limits = page.findAll('.comparison li').map((line) => line.find('.bad').exists())
    expect(limits).toEqual([true, true, false])
    expect(page.findAll('summary').map((line) => line.text()).map((text) => /2|地下/.exec(text)?.[0])).toEqual(['2', '地下'])
  })
})

describe('the board of registration', () => {
  const unit = member('7', { step: 'applied', is_done: false, missing_papers: [{ building: 'FW-1', kind: 'tax' }] })
  const list = { items: [{ ...campaign([]), progress: campaign([]).progress.all }], next: null }
  const open = async (at = '/premises/registration') => {
    const sent = fakeServer({
      [`GET ${base}/campaigns`]: { body: list },
      [`GET ${base}/campaigns/2024`]: { body: campaign([member('1'), unit]) },
      [`GET ${base}/map`]: { body: map },
      [`POST ${base}/campaigns/2024/members/7/steps`]: { status: 201, body: unit },
    })
    const page = await mounted(RegistrationPage, { at, me: may })
    await settled()
    return { page, sent }
  }

  it('shows shares as the server says them and no bar where there is no unit', async () => {
    const { page } = await open()
    expect(page.text()).toContain('61.29%')
    expect(page.text()).toContain('36.71%')
    expect(page.text()).not.toContain('NaN')
    expect(page.findAll('.share')).toHaveLength(4)
  })

  it('narrows the units to those behind a number', async () => {
    const { page } = await open()
    const shown = () => page.findAll('#members tbody tr').length
    expect(shown()).toBe(2)
    await page.findAll('ol button')[0]?.trigger('click')
    await flushPromises()
    expect(page.vm.$router.currentRoute.value.query).toEqual({ step: 'applied' })
    expect(shown()).toBe(1)
  })

  it('records a step with its day, and asks again', async () => {
    const { page, sent } = await open()
    await page.findAll('#members tbody button').find((button) => button.text() === unit.unit)?.trigger('click')
    await flushPromises()
    const form = document.querySelector('form:not([role])')
    const day = form?.querySelector<HTMLInputElement>('input[type=date]')
    if (!day) throw new Error('no form')
    day.value = '2024-10-08'
    day.dispatchEvent(new Event('input'))
    form?.dispatchEvent(new Event('submit'))
    await settled()
    const post = sent.find(({ method }) => method === 'POST')
    expect(await post?.json()).toEqual({ step: 'recorded', taken_on: '2024-10-08', document: null, note: null })
    expect(post?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(sent.filter(({ method, url }) => method === 'GET' && url.endsWith('/campaigns/2024')).length).toBe(2)
  })
})

it('the import begins with a template and a file', async () => {
  const page = await mounted(ImportPage, { at: '/premises/import', me: may })
  expect(page.get('a[download]').attributes('href')).toBe(`${base}/template`)
  expect(page.find('input[type=file]').exists()).toBe(true)
})
