// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { dataOf, chineseInFrame, speak } from './english'
import { sampleBuildings, sampleCampaign, sampleFile, sampleMap, sampleParcel, sampleParcels } from './premisesSample'
import { startStage, type Person, type Stage } from './stage'

// The pages of premises with sample answers of the interface: what is drawn, pressed and opened. The answers are of the contract's
// types; what the server really answers is tested where the server is.
let stage: Stage
let officer: Person
const count = 93
let isEmpty = false
let steps: unknown[] = []

function answer(path: string): unknown {
  if (path === '/map') return isEmpty ? { epsg: null, buildings: [], parcels: [], without_outline: [] } : sampleMap(count)
  if (path === '/buildings') return isEmpty ? { items: [], next: null, total: 0, areas: [] } : sampleBuildings(count)
  if (path === '/parcels') return isEmpty ? { items: [], next: null, total: 0, areas: [] } : sampleParcels(24)
  if (path === '/campaigns') return { items: isEmpty ? [] : [{ ...sampleCampaign(), progress: sampleCampaign().progress.all }], next: null }
  if (path.startsWith('/campaigns/')) return sampleCampaign()
  if (path.endsWith('/rooms')) return { items: sampleFile(path.slice('/buildings/'.length, -'/rooms'.length)).floors.flatMap(({ rooms }) => rooms), next: null }
  if (path.startsWith('/buildings/')) return sampleFile(path.slice('/buildings/'.length))
  if (path.startsWith('/parcels/')) return sampleParcel(path.slice('/parcels/'.length))
  return null
}

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  const { page } = officer
  await page.route('**/api/v1/identity/me', async (route) => {
    const got = await route.fetch()
    const me = (await got.json()) as { permissions: string[] }
    await route.fulfill({ response: got, json: { ...me, permissions: [...me.permissions, 'premises.read', 'premises.edit', 'premises.import'] } })
  })
  await page.route('**/api/v1/premises/**', async (route) => {
    const path = new URL(route.request().url()).pathname.slice('/api/v1/premises'.length)
    if (route.request().method() === 'POST') {
      steps.push(route.request().postDataJSON())
      await route.fulfill({ status: 201, json: sampleCampaign().members[0] })
    } else await route.fulfill({ json: answer(path) })
  })
})
afterAll(() => stage?.stop())
afterEach(() => {
  isEmpty = false
  steps = []
  expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] })
})

const drawn = () => officer.page.locator('[data-drawn-ms]').first().waitFor()

describe('every page', () => {
  it.each([
    ['/premises/map', '房屋地图'], ['/premises/buildings', '房屋台账'], ['/premises/parcels', '土地台账'], ['/premises/registration', '权属统一登记'],
    ['/premises/buildings/FW-0001', 'FW-0001 示例楼1'], ['/premises/parcels/TD-0001', 'TD-0001 示例宗地1'], ['/premises/import', '导入房屋土地台账'], ['/premises/survey', '导入测绘图形'],
  ])('%s', async (path, name) => {
    await officer.open(path, name)
    if (!/import|survey|s$/.test(path)) await drawn()
    await officer.looks(`premises${path.replaceAll('/', '-')}`, ['light', 'dark', 'elder', 'phone'])
  })

  it.each([['/premises/map', '房屋地图', '还没有图形'], ['/premises/buildings', '房屋台账', '还没有登记'], ['/premises/registration', '权属统一登记', '还没有登记活动']])('%s with nothing in it', async (path, name, says) => {
    isEmpty = true
    await officer.open(path, name)
    await officer.page.getByText(says, { exact: true }).waitFor()
    await officer.looks(`premises-empty${path.replaceAll('/', '-')}`, ['light'])
  })

  it('speaks English', async () => {
    const { page } = officer
    await officer.open('/premises/registration', '权属统一登记')
    await speak(page, 'English')
    const data = await dataOf(page, ['/map', '/campaigns', '/campaigns/2024', '/buildings/FW-0001', '/buildings', '/parcels'].map((path) => `/api/v1/premises${path}`))
    const left: Record<string, string[]> = {}
    for (const path of ['/premises/registration', '/premises/map', '/premises/buildings', '/premises/parcels', '/premises/buildings/FW-0001', '/premises/import', '/premises/survey', '/premises/new/building', '/premises/new/parcel', '/premises/buildings/FW-0001/change', '/premises/buildings/FW-0001/rooms', '/premises/parcels/TD-0001/change']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      left[path] = (await chineseInFrame(page, [...data, '中文'])).filter((text) => !/绩效科|甲中心|示例/.test(text))
    }
    await speak(page, '中文')
    expect(Object.values(left).flat()).toEqual([])
  })
})

describe('the map', () => {
  it('is narrowed by a number of its legend, and the choice stands in the address', async () => {
    const { page } = officer
    await officer.open('/premises/map', '房屋地图')
    await drawn()
    await page.getByRole('button', { name: /^未登记：23/ }).click()
    await page.waitForURL(/title_status=unregistered/)
    await page.getByText('图上 23 处').waitFor()
    await page.goBack()
    await page.getByText(`图上 ${count + 24} 处`).waitFor()
  })

  it('opens the building file from the list by keyboard alone', async () => {
    const { page } = officer
    await officer.open('/premises/map?q=FW-0005', '房屋地图')
    await drawn()
    await page.getByRole('listbox').focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('heading', { name: '已选中：FW-0005 示例楼5' }).waitFor()
    await page.keyboard.press('Enter')
    await officer.heading('FW-0005 示例楼5')
  })
})

describe('a building file', () => {
  it('says which papers are missing and how survey and certificate differ', async () => {
    const { page } = officer
    await officer.open('/premises/buildings/FW-0001', 'FW-0001 示例楼1')
    await page.getByText('缺少 2 件：竣工验收材料、规划许可材料').waitFor()
    expect(await officer.row('规划许可材料').getByText('缺少').count()).toBe(1)
    expect(await page.getByRole('listitem').filter({ hasText: '1 级限差 1.24' }).innerText()).toContain('超出限差')
    expect(await page.getByRole('listitem').filter({ hasText: '2 级限差 4.64' }).innerText()).toContain('在限差内')
    await page.getByText('420112 001 001 GB00001 F00010001').waitFor()
  })

  it('is printed with its map and without the application around it', async () => {
    const { page } = officer
    await officer.open('/premises/buildings/FW-0001', 'FW-0001 示例楼1')
    await drawn()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.evaluate(() => document.querySelector('[role=application]')?.getBoundingClientRect().width)).toBe(640)
    await officer.browser.shot('premises-print')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: null })
  })
})

describe('the board of registration', () => {
  it('has the units behind every number', async () => {
    const { page } = officer
    await officer.open('/premises/registration', '权属统一登记')
    await page.getByRole('button', { name: '下属公益一类单位已完成 38 个单位，看名单' }).click()
    await page.getByText('38 个单位，7.31 万平方米').waitFor()
    await page.waitForURL(/category=public_one/)
    await page.getByRole('button', { name: /个单位还缺材料，看名单$/ }).click()
    await page.getByText(/^24 个单位，/).waitFor()
    await page.getByRole('button', { name: /^已登记：69/ }).click()
    await page.getByText(/^69 个单位，/).waitFor()
  })

  it('records a step of a unit', async () => {
    await officer.open('/premises/registration?papers=missing', '权属统一登记')
    await officer.row('示例单位70').getByRole('button').click()
    const drawer = officer.dialog('示例单位70的登记情况')
    await drawer.waitFor()
    await officer.looks('premises-member', ['light', 'phone'])
    await drawer.getByLabel(/^办理日期/).fill('')
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await drawer.getByText('请填写办理日期').first().waitFor()
    await drawer.getByLabel(/^办理日期/).fill('2024-10-08')
    await drawer.getByLabel(/^目前步骤/).selectOption('surveyed')
    await drawer.getByRole('button', { name: '登记', exact: true }).click()
    await expect.poll(() => steps).toEqual([{ step: 'surveyed', taken_on: '2024-10-08', document: null, note: null }])
  })
})
