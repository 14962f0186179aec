// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// The forms of the register against the server: recorded, refused at the field, changed, and changed by somebody else meanwhile.
let stage: Stage
let officer: Person

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
})
afterAll(() => stage?.stop())
afterEach(() => expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] }))

const field = (label: RegExp) => officer.page.getByLabel(label).first()
const press = (name: string) => officer.page.getByRole('button', { name, exact: true }).click()

describe('the register is written by hand', () => {
  it('a parcel, with its area and its papers', async () => {
    await officer.open('/premises/parcels', '土地台账')
    await officer.page.getByRole('link', { name: '登记土地', exact: true }).first().click()
    await officer.heading('登记土地')
    await press('登记')
    await officer.page.getByRole('alert').getByRole('link', { name: /^编码/ }).waitFor()
    await officer.looks('premises-parcel-wrong', ['light', 'dark', 'phone'])
    await field(/^编码/).fill('TD-1')
    await field(/^名称/).fill('示例宗地')
    await officer.page.getByRole('group', { name: '证载面积' }).getByLabel('面积（平方米）').fill('12,345.6')
    await officer.page.getByRole('group', { name: '权属证书' }).getByLabel('情况').selectOption('held')
    await press('登记')
    await officer.heading('TD-1 示例宗地')
    await officer.page.getByRole('cell', { name: '12,345.60', exact: true }).waitFor()
  })

  it('a building: refused at its parcel, then recorded by keyboard', async () => {
    const { page } = officer
    await officer.open('/premises/new/building', '登记房屋')
    await officer.looks('premises-building-new', ['light', 'dark', 'elder', 'phone'])
    await field(/^编码/).fill('FW-1')
    await field(/^名称/).fill('示例楼')
    await field(/^所在宗地/).fill('TD-9')
    await field(/^地上层数/).fill('3')
    await field(/^权属状态/).selectOption('unregistered')
    await field(/^原因或依据/).fill('示例原因')
    await page.getByRole('group', { name: '测绘面积' }).getByLabel('面积（平方米）').fill('6003.5')
    await press('登记')
    await page.getByRole('alert').getByRole('link', { name: /^所在宗地/ }).click()
    expect(await field(/^所在宗地/).getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('TD-1')
    await page.keyboard.press('Control+s')
    await officer.heading('FW-1 示例楼')
    await page.getByText('示例原因').waitFor()
  })

  it('its rooms: pasted as a block, wrong cells named, then shown floor by floor', async () => {
    const { page } = officer
    await page.getByRole('link', { name: '登记房间', exact: true }).click()
    await officer.heading('FW-1 示例楼 的房间')
    await settled(page)
    const grid = page.getByRole('combobox', { name: /的房间$/ })
    await grid.focus()
    const paste = (text: string) => grid.evaluate((element, block) => {
      const data = new DataTransfer()
      data.setData('text/plain', block)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
    const lines = ['201\t2\t\t办公室\t18.00\t示例单位甲\t', '202\t2\t\t办公室\t20.50\t\t', '203\t2\t会议室\t服务用房\t60\t示例单位甲\t', 'B1\t-1\t配电间\t设备用房\t35.25\t\t', '101\t0\t\t办公室\t18.00\t\t']
    const offices = Array.from({ length: 12 }, (_, index) => `${301 + index}\t3\t\t办公室\t${12 + (index % 4) * 6}\t示例单位甲\t`)
    await paste([...lines, ...offices, '313\t3\t\t附属用房\t4.5\t\t'].join('\n'))
    await press('保存')
    await page.getByRole('alert').getByText('有 1 处需要修改', { exact: false }).first().waitFor()
    await officer.looks('premises-rooms-wrong', ['light', 'dark', 'phone'])
    await page.getByRole('button', { name: /下一处/ }).click()
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    await press('保存')
    await page.getByText('已保存。').waitFor()
    await page.getByText('共 18 间，使用面积 408.25 平方米').waitFor()
    await page.locator('.saved').getByRole('link').click()
    await officer.heading('FW-1 示例楼')
    await page.getByRole('heading', { name: '楼层平面' }).waitFor()
    await settled(page)
    await page.getByRole('heading', { name: '楼层平面' }).scrollIntoViewIfNeeded()
    await officer.looks('premises-plan', ['light', 'dark', 'elder', 'phone'])
  })

  it('a room opens from its block by keyboard alone', async () => {
    const { page } = officer
    const second = page.getByRole('list', { name: '2 层平面' })
    await second.getByRole('button').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const drawer = officer.dialog('2 层 202')
    await drawer.getByText('闲置（没有登记使用单位）').waitFor()
    await drawer.getByText('20.50 平方米').waitFor()
    await officer.looks('premises-room', ['light', 'phone'])
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await page.locator('.floor').first().scrollIntoViewIfNeeded()
    await officer.browser.shot('premises-plan-seen')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await second.isVisible()).toBe(true)
    await officer.browser.shot('premises-plan-print')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: null })
  })

  it('what somebody else changed meanwhile is shown beside it', async () => {
    const { page } = officer
    await officer.open('/premises/buildings/FW-1/change', '修改 FW-1 示例楼')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByLabel(/^使用单位/).fill('示例单位乙')
    await other.getByRole('button', { name: '保存', exact: true }).click()
    await other.getByText('已保存。').waitFor()
    await other.close()
    await field(/^使用单位/).fill('示例单位甲')
    await press('保存')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('示例单位乙').waitFor()
    await officer.looks('premises-conflict', ['light', 'phone'])
    await dialog.getByRole('button').last().click()
    await press('保存')
    await page.locator('.saved').getByRole('link').click()
    await page.getByText('示例单位甲').first().waitFor()
  })
})

describe('the board of registration is written by hand', () => {
  it('a campaign is opened and a unit taken into it', async () => {
    const { page } = officer
    await officer.open('/premises/registration', '权属统一登记')
    await press('新建登记活动')
    const dialog = officer.dialog('新建登记活动')
    await dialog.getByLabel(/^活动编码/).fill('2024')
    await dialog.getByLabel(/^活动名称/).fill('示例登记活动')
    await dialog.getByLabel(/^开始日期/).fill('2024-02-01')
    await dialog.getByLabel(/^要求完成日期/).fill('2024-01-01')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByRole('alert').getByRole('link', { name: /^要求完成日期/ }).waitFor()
    await officer.looks('premises-campaign-new', ['light', 'phone'])
    await dialog.getByLabel(/^要求完成日期/).fill('2024-12-31')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await press('增加单位')
    const unit = officer.dialog('增加单位')
    await unit.getByLabel(/^单位编码/).fill('DW-1')
    await unit.getByLabel(/^单位名称/).fill('示例单位甲')
    await unit.getByRole('textbox', { name: '在房屋里查找' }).fill('FW')
    await unit.getByRole('checkbox', { name: 'FW-1 示例楼' }).check()
    await officer.looks('premises-member-new', ['light', 'dark', 'phone'])
    await unit.getByRole('button', { name: '登记', exact: true }).click()
    await unit.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '示例单位甲', exact: true }).click()
    const drawer = officer.dialog('示例单位甲的登记情况')
    await drawer.getByText('6,003.50 平方米').waitFor()
    await drawer.getByRole('button', { name: '修改单位信息' }).click()
    const change = officer.dialog('修改单位信息')
    await change.getByLabel(/^填报面积/).fill('5000')
    await change.getByRole('button', { name: '保存', exact: true }).click()
    await change.waitFor({ state: 'hidden' })
    await drawer.getByText('5,000.00 平方米').first().waitFor()
  })
})

it('its rooms are counted on a phone and held against the register', async () => {
  const { page, dialog } = officer
  await officer.open('/holdings/stocktakes', '盘点')
  await page.getByRole('button', { name: '新建盘点', exact: true }).first().click()
  for (const [label, text] of [[/^盘点编号/, 'PD-1'], [/^盘点名称/, '示例盘点'], [/^楼栋编号/, 'FW-1']] as const) await dialog().getByLabel(label).fill(text)
  await dialog().getByRole('button', { name: '开始盘点' }).click()
  await officer.row('PD-1').getByText('0/18').waitFor()
  await page.setViewportSize({ width: 360, height: 640 })
  await officer.open('/holdings/count?stocktake=PD-1', '现场盘点')
  for (const [room, unit] of [['FW-1/201', ''], ['FW-1/203', '示例单位乙'], ['FW-1/999', '示例单位乙']] as const) {
    await field(/^房间代码/).fill(room)
    await press('下一步')
    if (unit) {
      await page.getByLabel('其他单位').check()
      await field(/^单位名称/).fill(unit)
    }
    await press('记下这间房')
    await page.getByText(`已记下 ${room}`).waitFor()
  }
  await page.locator('[data-state=sent]').nth(2).waitFor()
  await page.setViewportSize({ width: 1366, height: 768 })
  await officer.open('/holdings/stocktakes/PD-1', '示例盘点（PD-1）')
  await press('关闭盘点')
  await dialog().getByRole('button', { name: '关闭盘点' }).click()
  for (const name of [/^相符 1 间/, /^缺失 16 间/, /^在别处 1 间/, /^账外 1 间/]) await page.getByRole('button', { name }).first().waitFor()
  await officer.looks('holdings-closed', ['light', 'phone'])
  await officer.open('/holdings/reconciliations?kind=stock', '三账核对')
  await officer.row('203').getByText('示例单位乙').waitFor()
  await officer.looks('holdings-stock', ['light'])
})
