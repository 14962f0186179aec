// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startStage, type Person, type Stage } from './stage'

// Against the server: a unit is recorded, signs an agreement, another one is refused its room, a person leaves and the room is due back.
let stage: Stage
let officer: Person
const base = '/api/v1'

/** As a page sends it. */
async function send(method: string, path: string, body: object, reads = ''): Promise<number> {
  return officer.page.evaluate(async ([how, where, what, read]) => {
    const { csrf_token } = (await (await fetch('/api/v1/identity/me')).json()) as { csrf_token: string }
    const etag = read === '' ? '' : ((await fetch(read)).headers.get('etag') ?? '')
    const headers: Record<string, string> = { 'content-type': 'application/json', 'X-CSRF-Token': csrf_token, 'Idempotency-Key': crypto.randomUUID() }
    if (etag !== '') headers['If-Match'] = etag
    return (await fetch(where, { method: how, headers, body: what })).status
  }, [method, `${base}${path}`, JSON.stringify(body), reads === '' ? '' : `${base}${reads}`] as const)
}

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  const title = { status: 'registered', reason: null, holder: null, certificate: null, unit_number: null, registered_on: null }
  const building = { code: 'FW-1', name: '示例楼', unit: null, address: null, parcel: null, structure: null, completed_on: null, floors_above: 3, floors_below: null, note: null, title, areas: [], papers: [] }
  expect(await send('POST', '/premises/buildings', building)).toBe(201)
  const room = (number: string, usable_m2: string) => ({ number, floor: 2, name: null, use: 'office', usable_m2, unit: null, note: null })
  expect(await send('PUT', '/premises/buildings/FW-1/rooms', { rooms: [room('201', '40.00'), room('202', '18.00')] }, '/premises/buildings/FW-1/rooms')).toBe(200)
})
afterAll(() => stage?.stop())
afterEach(() => expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] }))

const press = (name: string) => officer.page.getByRole('button', { name, exact: true }).click()

it('a unit is recorded by its posts; a value of 1999 is refused at its field', async () => {
  const { page } = officer
  await officer.open('/allocations/new/unit', '登记单位编制')
  await page.getByLabel(/^单位名称/).fill('示例单位甲')
  const rank = page.getByRole('group', { name: /^县级正职/ })
  await rank.getByLabel(/^编制/).fill('1')
  await rank.getByLabel(/^执行标准/).fill('20')
  await press('保存')
  await page.getByRole('alert').getByRole('link', { name: /^执行标准/ }).click()
  expect(await rank.getByLabel(/^执行标准/).getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+s')
  await officer.heading('核定面积计算书 示例单位甲')
  await page.getByText(/^代入数字/).waitFor()
  await officer.looks('allocations-journey-unit', ['light', 'phone'])
  expect(await send('POST', '/allocations/units', { unit: '示例单位乙', level: 'county', valid_from: '2024-01-01', storeys: 'multi_storey', ranks: [{ rank: '正科级', posts: 2, stated_m2: null }] })).toBe(201)
})

async function signFor(unit: string): Promise<void> {
  const { page } = officer
  await officer.open('/allocations/new/agreement', '签订使用协议')
  await page.getByLabel(/^单位/).first().selectOption(unit)
  await press('下一步')
  await page.locator('.rooms li').filter({ hasText: '201' }).getByRole('checkbox').check()
  await press('下一步')
  await page.getByLabel(/^结束日期/).fill('2199-12-31')
  await page.getByLabel('法人登记').check()
  await press('下一步')
  await press('签订')
}

it('its agreement is signed, and its papers are there', async () => {
  const { page } = officer
  await signFor('示例单位甲')
  await page.getByRole('heading', { name: /^使用协议 \d{4}-0001$/, level: 1 }).waitFor()
  await page.getByRole('img', { name: /^凭证二维码/ }).waitFor()
  await officer.looks('allocations-journey-agreement', ['light'])
  const links = await page.locator('.papers a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  expect(await page.evaluate((all) => Promise.all(all.map(async (link) => (await fetch(link)).status)), links)).toEqual([200, 200, 200, 200])
})

it('a second unit is refused the room at its field, on the step that has it', async () => {
  const { page } = officer
  await signFor('示例单位乙')
  await page.locator('[data-step=rooms][aria-current=step]').waitFor()
  await page.getByRole('alert').getByRole('link', { name: /^房间/ }).waitFor()
  expect(await page.locator('.choice').getAttribute('aria-invalid')).toBe('true')
  await page.locator('.rooms li').filter({ hasText: '201' }).getByText('示例单位甲 在用').waitFor()
})

it('a person gets the room and is over the standard; the floor plan says so', async () => {
  const { page } = officer
  await officer.open('/allocations/persons', '人员用房')
  await press('安排用房')
  const dialog = officer.dialog('安排用房')
  await dialog.getByLabel(/^人员编号/).fill('R-001')
  await dialog.getByLabel(/^单位/).selectOption('示例单位甲')
  await dialog.getByLabel(/^级别/).selectOption('县级正职')
  await dialog.getByLabel(/^楼栋/).selectOption('FW-1')
  await dialog.getByLabel(/^房间/).selectOption('201')
  await dialog.getByLabel(/^起用日期/).fill('2023-03-01')
  await dialog.getByRole('button', { name: '安排用房', exact: true }).click()
  await officer.row('R-001').waitFor()
  await officer.open('/allocations/persons?shown=over', '人员用房')
  await officer.row('R-001').getByText('超标').first().waitFor()
  await officer.open('/premises/buildings/FW-1', 'FW-1 示例楼')
  await page.locator('.block.over').filter({ hasText: '201' }).getByText('超标').waitFor()
  await page.getByRole('heading', { name: '楼层平面' }).scrollIntoViewIfNeeded()
  await officer.looks('allocations-journey-plan', ['light', 'dark', 'elder', 'phone'])
})

it('the person leaves: the day shows before, the board says overdue after, and the room is given back', async () => {
  const { page } = officer
  await officer.open('/allocations/persons', '人员用房')
  await officer.row('R-001').getByRole('button', { name: /^登记变动/ }).click()
  const dialog = officer.dialog('登记变动：R-001')
  await dialog.getByLabel(/^变动/).selectOption('transfer')
  await dialog.getByLabel(/^办理日期/).fill('2024-01-31')
  await dialog.getByText('2024-02-29').waitFor()
  await dialog.getByRole('button', { name: '登记变动', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await officer.open('/allocations/due', '到期清退')
  await page.getByRole('button', { name: /^已超期/ }).getByText('1').waitFor()
  await officer.row('R-001').getByText('2024-02-29').waitFor()
  await officer.looks('allocations-journey-due', ['light', 'phone'])
  await officer.row('R-001').getByRole('button', { name: /^登记腾退/ }).click()
  await officer.dialog('登记腾退：R-001').getByRole('button', { name: '登记腾退', exact: true }).click()
  await page.getByText('没有应当腾退的用房').waitFor()
})

it('what somebody else said of the unit meanwhile is shown beside it', async () => {
  const { page } = officer
  const path = '/allocations/units/示例单位乙'
  await officer.open(`${path}/change`, '调整单位编制 示例单位乙')
  const rank = page.getByRole('group', { name: /^正科级/ })
  await rank.getByLabel(/^编制/).fill('3')
  const ranks = [{ rank: '正科级', posts: 4, stated_m2: null }]
  expect(await send('PUT', encodeURI(path), { level: 'county', valid_from: '2024-01-01', storeys: 'multi_storey', ranks }, encodeURI(path))).toBe(200)
  await press('保存')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('正科级 4').waitFor()
  await officer.looks('allocations-journey-conflict', ['light', 'phone'])
  await dialog.getByRole('button').last().click()
  await press('保存')
  await page.locator('.saved').getByRole('link').click()
  await officer.heading('核定面积计算书 示例单位乙')
  await page.getByRole('cell', { name: '正科级', exact: true }).waitFor()
})

it('a request: 调剂 comes to nothing for a reason, 置换 opens, and the unit withdraws', async () => {
  const { page } = officer
  await officer.open('/allocations/new/request', '提出配置申请')
  await page.getByLabel(/^单位/).first().selectOption('示例单位乙')
  await page.getByLabel(/^申请文号/).fill('示例请〔2026〕1号')
  await page.getByLabel(/^理由/).fill('示例理由')
  await page.getByLabel(/^办公室间数/).fill('1')
  await page.getByLabel(/^办公室面积/).fill('1000')
  await press('登记申请')
  await page.getByRole('alert').getByRole('link', { name: /^办公室面积/ }).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('18')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^配置申请 \d{4}-0001：示例单位乙$/, level: 1 }).waitFor()
  const step = (way: string) => page.locator(`[data-step=${way}]`)
  await step('exchange').getByText('还不能办理').waitFor()
  const form = page.getByRole('form', { name: '登记办理结果' })
  await form.getByLabel(/^结果/).selectOption('none')
  await form.getByLabel(/^依据文件/).fill('示例调〔2026〕1号')
  await form.getByLabel(/^办不成的原因/).fill('示例原因')
  await form.getByLabel(/202 不用的原因/).fill('离窗口太远')
  await officer.looks('allocations-journey-request', ['light', 'phone'])
  await form.getByRole('button', { name: '登记结果' }).click()
  await step('exchange').getByText('可以办理').waitFor()
  await step('lease').getByText('还不能办理').waitFor()
  await press('办结')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^理由/).fill('示例：单位撤回')
  await dialog.getByRole('button', { name: '办结', exact: true }).click()
  await page.getByText('已撤回').first().waitFor()
})
