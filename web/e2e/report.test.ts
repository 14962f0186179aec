// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import type { Download } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startStage, type Person, type Stage } from './stage'

// From an evaluation to a report that somebody signed for.
let stage: Stage
let officer: Person

beforeAll(async () => {
  stage = await startStage()
  officer = await stage.as('jixiao')
})
afterAll(() => stage?.stop())
afterEach(() => {
  for (const one of stage.browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

async function downloaded({ page }: Person, click: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()])
  return file
}
const begins = async (file: Download) => readFileSync(await file.path()).subarray(0, 5).toString('latin1')

describe('the report', () => {
  it('opens the records behind a figure of its text', async () => {
    const { page, dialog, looks, open } = officer
    await open('/reports?year=2024', '自评报告')
    await page.getByRole('article').getByRole('button', { name: '1930次，打开来源记录' }).first().click()
    await dialog().getByText('1930次').first().waitFor()
    await dialog().getByRole('row').filter({ hasText: '已召开' }).first().waitFor()
    await looks('report-figure')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
    await looks('report')
  })

  it('is checked itself, from its page', async () => {
    const { page, open } = officer
    await open('/reports?year=2024', '自评报告')
    await page.getByRole('link', { name: '体检这份报告' }).click()
    await page.getByRole('button', { name: '检查这次评价的自评报告' }).click()
    await page.getByRole('region', { name: '报告正文' }).getByText('绩效自评报告').first().waitFor()
    await page.getByText(/读出 \d+ 个数字；错误 0 处/).waitFor()
    await officer.looks('check-own')
    await open('/reports?year=2024', '自评报告')
  })

  it('takes a text by hand, with a figure by its name', async () => {
    const { page, looks } = officer
    await page.getByRole('button', { name: '编写“自评结论”' }).click()
    await page.getByRole('textbox', { name: /^自评结论/ }).fill('本年度预算执行率为{预算执行率}，示例文字。')
    await looks('report-section')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('paragraph').filter({ hasText: '，示例文字。' }).getByRole('button', { name: '91.41%，打开来源记录' }).waitFor()
  })

  it('is rendered by a job, and its files come from there and from the page', async () => {
    const { page, dialog, looks } = officer
    await page.getByRole('button', { name: '生成文件' }).click()
    await dialog().getByText(/将按当前评价和文字生成/).waitFor()
    await looks('report-render')
    await dialog().getByRole('button', { name: '生成文件' }).click()
    await dialog().getByText('已完成').waitFor()
    await looks('report-rendered')
    const word = await downloaded(officer, () => dialog().getByRole('link', { name: /\.docx$/ }).click())
    expect(await begins(word)).toMatch(/^PK/)
    await dialog().getByRole('button', { name: '关闭', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '导出' }).click()
    const pdf = await downloaded(officer, () => page.getByRole('link', { name: /^PDF/ }).click())
    expect(new URL(pdf.url()).pathname).toBe('/api/v1/reports/years/2024/files/report.pdf')
    expect(await begins(pdf)).toBe('%PDF-')
  })
})

describe('the leader', () => {
  /** Asks for the signature of the newest evaluation, from the desk on, and says yes. */
  async function sign(leader: Person): Promise<void> {
    const { page, dialog, open } = leader
    await open('/desk?year=2024', '工作台')
    await page.getByRole('link', { name: '签署' }).click()
    await page.getByRole('heading', { name: /^2024年评价/, level: 1 }).waitFor()
    await page.getByRole('button', { name: '签署', exact: true }).click()
    await dialog('签署评价').getByRole('button', { name: '签署', exact: true }).click()
  }

  it('is not let sign what the records no longer say', async () => {
    const { page, open } = officer
    await open('/meetings/import', '导入全年会议')
    await page.locator('input[type=file]').setInputFiles({ name: '补录.csv', mimeType: 'text/csv', buffer: Buffer.from('会议编号,会议日期,开始时间,结束时间,会议名称,会议类别,主办单位,会议室,参会人数,状态\r\nB-0001,2024-11-05,18:00,19:00,部门例会,部门会议,示例单位,S01,20,已召开\r\n') })
    await page.getByText('没有发现问题，可以导入').waitFor()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('导入完成', { exact: true }).waitFor()
    const leader = await stage.as('ld')
    await sign(leader)
    await leader.dialog('还不能签署').getByRole('alert').waitFor()
    await leader.looks('leader-refused')
    await leader.dialog('还不能签署').getByRole('button', { name: '知道了' }).click()
    await leader.page.getByRole('region', { name: '评价结果' }).getByText('未签署').waitFor()
    await leader.open('/self-evaluation?year=2024&code=Z03', '自评工作台')
    await leader.page.getByRole('region', { name: '承办各类会议次数' }).getByRole('button', { name: '1930次，打开来源记录' }).click()
    await leader.dialog().getByText('记录在生成后有变化').waitFor()
  })

  it('signs the evaluation that says what the records say', async () => {
    await officer.open('/self-evaluation?year=2024', '自评工作台')
    await officer.page.getByRole('button', { name: '评价', exact: true }).click()
    await officer.dialog().getByRole('button', { name: '评价', exact: true }).click()
    await officer.dialog().getByText('已完成').waitFor()
    const leader = await stage.as('ld')
    await sign(leader)
    const result = leader.page.getByRole('region', { name: '评价结果' })
    await result.getByText(/^ld .* 签署$/).waitFor()
    expect(await leader.page.getByRole('button', { name: '签署', exact: true }).count()).toBe(0)
    await leader.looks('leader-signed')
    await leader.open('/reports?year=2024', '自评报告')
    await leader.page.getByRole('article').getByText(/^签署人：/).waitFor()
  })
})
