// SPDX-License-Identifier: Apache-2.0
// The year's turn in a browser: January is closed, what was forgotten in it is corrected, and the next year begins.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStage, type Person, type Stage } from './stage'

let stage: Stage
let officer: Person

beforeAll(async () => {
  stage = await startStage()
  officer = await stage.as('jixiao')
}, 180_000)
afterAll(() => stage?.stop())

async function press(name: string, within = officer.page): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click()
}

describe('the year’s turn', () => {
  it('closes January once what stands open in it was seen', async () => {
    await officer.open('/closing/months?year=2024', '月结和年结')
    await officer.page.getByRole('heading', { name: '下一步：2024年1月结账' }).waitFor()
    await officer.looks('closing')
    const button = officer.page.getByRole('button', { name: /^(仍要结账|2024年1月结账)$/ })
    await button.click()
    await officer.dialog().getByRole('button', { name: /结账$/ }).click()
    await officer.page.getByRole('heading', { name: '下一步：2024年2月结账' }).waitFor()
    expect(await officer.page.getByText('已结账', { exact: true }).count()).toBe(1)
  })

  it('takes a forgotten payment as a correction, with its reason', async () => {
    await officer.open('/budget/payments/new?year=2024', '登记支付')
    const { page } = officer
    await page.getByLabel(/^凭证号/).fill('补-0001')
    await page.getByLabel(/^支付日期/).fill('2024-01-25')
    const options = await page.getByLabel(/^预算项目/).locator('option').allTextContents()
    await page.getByLabel(/^预算项目/).selectOption({ index: options.findIndex((text, at) => at > 0 && !text.includes('可用 0.00')) })
    await page.getByLabel(/^收款方/).fill('示例公司')
    await page.getByLabel(/^金额/).fill('1.00')
    await press('登记')
    const dialog = officer.dialog('更正已结账的内容')
    await dialog.waitFor()
    await officer.looks('correction')
    await dialog.getByLabel(/^更正原因/).fill('审计发现漏记')
    await dialog.getByLabel(/^依据文号/).fill('示审〔2024〕3号')
    await dialog.getByRole('button', { name: '作为更正登记' }).click()
    await page.getByText('补-0001').first().waitFor()

    await officer.open('/closing/months?year=2024', '月结和年结')
    await officer.row('审计发现漏记').waitFor()
    await page.getByText('结账后有 1 次更正').waitFor()
    await press('核对')
    await page.getByText('核对无误').waitFor()
    await officer.looks('corrected')
  })

  it('puts two years side by side; a figure opens the payments of its own year', async () => {
    await officer.open('/closing/roll-over?to=2025', '年度结转')
    await officer.looks('roll-over')
    await press('结转到 2025 年')
    await officer.dialog().getByRole('button', { name: '确认结转' }).click()
    await officer.page.getByText('接下来登记年初批复').waitFor()

    await officer.open('/budget/comparison?before=2024&after=2025', '两年对比')
    await officer.page.getByRole('table').first().waitFor()
    await officer.looks('comparison')
    await officer.page.locator('table button.figure').first().click()
    await officer.dialog().waitFor()
  })
})
