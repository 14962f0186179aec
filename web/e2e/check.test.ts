// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// A report of another unit that contradicts itself: given, read, led through, explained and taken back.
let stage: Stage
let officer: Person

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
})
afterAll(() => stage?.stop())
afterEach(() => {
  for (const one of stage.browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

const lines = [
  '甲中心2024年度部门整体支出绩效自评报告（示例）',
  '一、基本情况',
  '全年预算数100.00万元，执行数90.00万元，预算执行率95.00%。',
  '二、绩效完成情况',
  '全年保障会议120场，满意度95%。',
  '三、存在的问题',
  '部分指标设置不够细化。',
  '四、改进措施',
  '下一步细化指标。',
]
const give = ({ page }: Person, name: string, text: string) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const errors = ({ page }: Person) => page.locator('ol > li').filter({ has: page.getByText('错误', { exact: true }) })

describe('the check of a report', () => {
  it('begins with nothing, and refuses what is no report', async () => {
    const { page, open, looks } = officer
    await open('/check', '报告体检')
    await page.getByText('还没有检查过报告').waitFor()
    await looks('check-empty')
    await give(officer, '报告.exe', 'x')
    await page.getByRole('alert').getByText('报告.exe').waitFor()
  })

  it('shows a report beside what contradicts itself in it; each leads to the other', async () => {
    const { page, heading, looks } = officer
    await give(officer, '示例报告.txt', lines.join('\n'))
    await heading('示例报告.txt')
    await settled(page)
    const finding = errors(officer).first()
    await finding.getByText('报告写的是 95.00%').first().waitFor()
    await looks('check-report')
    await finding.getByRole('link', { name: /第 3 行/ }).nth(1).press('Enter')
    const mark = page.locator('a.number:focus')
    await mark.waitFor()
    expect(await page.locator('mark.chosen').count()).toBeGreaterThan(0)
    await mark.press('Enter')
    await page.locator('ol > li:focus').filter({ hasText: '95.00' }).waitFor()
    expect(await page.locator('.claim').filter({ hasText: '120场' }).count()).toBe(1)
  })

  it('keeps a reason with the file, also when it is given again, and takes it back', async () => {
    const { page, dialog, open, heading, looks } = officer
    const finding = errors(officer).first()
    await finding.getByRole('button', { name: /^说明理由/ }).click()
    await dialog('为什么可以保留').getByRole('button', { name: '说明理由' }).click()
    await dialog().getByRole('alert').getByText('请写明理由').first().waitFor()
    await looks('check-waive')
    await dialog().getByRole('textbox', { name: /^理由/ }).fill('示例：其余为上年结转')
    await dialog().getByRole('button', { name: '说明理由' }).click()
    await finding.getByText('示例：其余为上年结转').waitFor()
    await open('/check', '报告体检')
    await page.getByText('错误均已说明').first().waitFor()
    await looks('check-list')
    await give(officer, '示例报告.txt', lines.join('\n'))
    await heading('示例报告.txt')
    await finding.getByText('示例：其余为上年结转').waitFor()
    await finding.getByRole('button', { name: /^撤回说明/ }).click()
    await dialog('撤回这条说明').getByRole('textbox', { name: /^理由/ }).fill('示例：口径核对有误')
    await dialog().getByRole('button', { name: '撤回说明' }).click()
    await finding.getByRole('button', { name: /^说明理由/ }).waitFor()
  })

  it('is taken along as a file', async () => {
    const { page } = officer
    await page.getByRole('button', { name: '导出' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /Excel/ }).click()
    expect((await download).suggestedFilename()).toMatch(/示例报告.*\.xlsx$/)
  })

  it('is read, not run, by a leader', async () => {
    const leader = await stage.as('ld')
    await leader.open('/check', '报告体检')
    await leader.page.getByRole('link', { name: '示例报告.txt' }).first().click()
    await leader.heading('示例报告.txt')
    expect(await leader.page.getByRole('button', { name: /^说明理由/ }).count()).toBe(0)
  })
})
