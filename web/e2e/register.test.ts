// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startStage, type Person, type Stage } from './stage'

// From a workbook's rows to a registered unit, with the server itself: a parcel, a building on it and a campaign are recorded as the
// import does it; everything after that is done on the pages.
let stage: Stage
let officer: Person

/** As a page sends it: with the session's token and a key of its own. */
async function record({ page }: Person, path: string, body: object): Promise<void> {
  const status = await page.evaluate(async ([to, sent]) => {
    const me = (await (await fetch('/api/v1/identity/me')).json()) as { csrf_token: string }
    const headers = { 'content-type': 'application/json', 'x-csrf-token': me.csrf_token, 'idempotency-key': crypto.randomUUID() }
    const answer = await fetch(`/api/v1/premises/${to}`, { method: 'POST', headers, body: JSON.stringify(sent) })
    return answer.ok ? '' : `${answer.status} ${await answer.text()}`
  }, [path, body] as const)
  expect(status).toBe('')
}

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  await record(officer, 'parcels', { code: 'TD-001', name: '示例宗地', title: { status: 'registered', certificate: '示例证第1号', registered_on: '2005-06-01' }, areas: [{ source: 'certificate', area_m2: '2000.00' }] })
  await record(officer, 'buildings', {
    code: 'FW-001', name: '示例办公楼', unit: '示例单位甲', parcel: 'TD-001', title: { status: 'unregistered', reason: '示例：竣工材料缺失' },
    areas: [{ source: 'certificate', area_m2: '6000.00' }, { source: 'survey', area_m2: '6500.00', measured_on: '2024-09-12', document: '示例测绘报告' }],
    papers: [{ kind: 'land_source', state: 'held', number: '示划拨〔2001〕8号' }, { kind: 'completion', state: 'missing' }],
  })
  await record(officer, 'campaigns', { code: 'TY2024', name: '示例统一登记', started_on: '2024-01-01', due_on: '2024-12-31' })
  await record(officer, 'campaigns/TY2024/members', { code: 'DW-1', unit: '示例单位甲', category: 'agency', buildings: ['FW-001'] })
})
afterAll(() => stage?.stop())
afterEach(() => {
  for (const one of stage.browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

it('finds a building by its title and reads in its file what is missing and what does not agree', async () => {
  const { page } = officer
  await officer.open('/premises/buildings?title_status=unregistered', '房屋台账')
  await page.getByText(/^共 1 处/).waitFor()
  await page.getByRole('link', { name: 'FW-001', exact: true }).click()
  await officer.heading('FW-001 示例办公楼')
  await page.getByText(/^缺少 1 件/).waitFor()
  // 500 square metres apart: no grade allows that.
  expect(await page.getByRole('listitem').filter({ hasText: '级限差' }).filter({ hasText: '超出限差' }).count()).toBe(3)
  await officer.looks('register-file', ['light', 'phone'])
  await page.getByRole('link', { name: '宗地档案 TD-001' }).click()
  await officer.heading('TD-001 示例宗地')
})

it('has on the map’s page what has no outline yet', async () => {
  const { page } = officer
  await officer.open('/premises/map', '房屋地图')
  await page.getByText('另有 2 处没有图形').click()
  await page.getByRole('link', { name: 'FW-001 示例办公楼' }).click()
  await officer.heading('FW-001 示例办公楼')
})

it('brings a surveyed outline to its building, and the map shows it', async () => {
  const { page } = officer
  // 40 by 25 metres with a yard of 10 by 10: 900 square metres.
  const box = (east: number, north: number, width: number, height: number) => [[east, north], [east + width, north], [east + width, north + height], [east, north + height], [east, north]]
  const survey = (code: string) => ({
    type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4526' } },
    features: [{ type: 'Feature', properties: { 房屋编号: code }, geometry: { type: 'Polygon', coordinates: [box(38511000, 3392000, 40, 25), box(38511010, 3392010, 10, 10)] } }],
  })
  const bring = async (code: string) => {
    await officer.open('/premises/survey', '导入测绘图形')
    await page.locator('input[type=file]').setInputFiles({ name: '示例测绘成果.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(survey(code))) })
  }
  await bring('FW-404')
  await page.getByRole('alert').getByText('FW-404').first().waitFor()
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)
  await bring('FW-001')
  await page.getByText('没有发现问题，可以导入').waitFor()
  expect(await officer.row('FW-001').innerText()).toContain('900.00')
  // Another choice is checked anew: no parcel has this code.
  await page.getByLabel('图形是').selectOption('parcel')
  await page.getByRole('alert').getByText('FW-001').first().waitFor()
  expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)
  await page.getByLabel('图形是').selectOption('building')
  await page.getByText('没有发现问题，可以导入').waitFor()
  await officer.looks('register-survey', ['light', 'phone'])
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('导入完成', { exact: true }).waitFor()
  await officer.open('/premises/map', '房屋地图')
  await page.locator('[data-drawn-ms]').waitFor()
  await page.getByText(/^CGCS2000，3度带第 38 带（中央经线 114°/).waitFor()
  await page.getByRole('listbox').focus()
  await page.keyboard.press('ArrowDown')
  await officer.looks('register-map', ['light', 'phone'])
  await page.getByRole('link', { name: '打开一楼一档' }).click()
  await officer.heading('FW-001 示例办公楼')
  await page.locator('[data-drawn-ms]').waitFor()
  expect(await officer.row('示例测绘成果.geojson').innerText()).toContain('900.00')
})

it('records the step that completes a unit, and the board counts it', async () => {
  const { page } = officer
  await officer.open('/premises/registration', '权属统一登记')
  const progress = page.getByRole('region', { name: '完成情况' })
  expect(await progress.getByText('0.00%').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '未启动：1 个单位，看名单' }).click()
  await officer.row('示例单位甲').getByRole('button').click()
  const drawer = officer.dialog('示例单位甲的登记情况')
  await drawer.getByLabel(/^目前步骤/).selectOption('registered')
  await drawer.getByLabel(/^办理日期/).fill('2024-08-30')
  await drawer.getByLabel(/^文号或凭证/).fill('示例证第2号')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await progress.getByText('100.00%').first().waitFor()
  await officer.looks('register-board', ['light'])
})

it('refuses a step back without a reason, at its field', async () => {
  const { page } = officer
  await officer.open('/premises/registration?done=yes', '权属统一登记')
  await officer.row('示例单位甲').getByRole('button').click()
  const drawer = officer.dialog('示例单位甲的登记情况')
  await drawer.getByLabel(/^目前步骤/).selectOption('applied')
  await drawer.getByLabel(/^办理日期/).fill('2024-09-02')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.getByRole('alert').getByRole('link').waitFor()
  expect(await drawer.getByLabel(/^备注/).getAttribute('aria-invalid')).toBe('true')
  await officer.looks('register-refused', ['light'])
  await page.keyboard.press('Escape')
})

it('gives the register as a workbook that the import takes back without a change', async () => {
  const { page } = officer
  await officer.open('/premises/buildings', '房屋台账')
  await page.getByRole('button', { name: '导出' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: /全部工作表/ }).click()
  const file = await (await coming).path()
  await officer.open('/premises/import', '导入房屋土地台账')
  await page.locator('input[type=file]').setInputFiles({ name: '办公用房.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: readFileSync(file) })
  await page.getByText('文件与现有记录完全一致，不需要导入。').waitFor()
  await officer.looks('register-import', ['light', 'phone'])
})
