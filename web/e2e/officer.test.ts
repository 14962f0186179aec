// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// The performance officer's year, on the real example: from the desk over records, money and indicators to an evaluation
// whose figure opens what it was counted from.
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

const header = '会议编号,会议日期,开始时间,结束时间,会议名称,会议类别,主办单位,会议室,参会人数,状态,取消原因'
const csv = (...lines: string[]) => ({ name: '会务补录.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[header, ...lines].join('\r\n')}\r\n`) })
/** How many records a figure opens, counted on the page after all of them were asked for. */
async function counted({ page }: Person, within = page.locator('#main')): Promise<number> {
  const more = within.getByRole('button', { name: '加载更多' })
  const foot = within.getByText(/^(共|已显示) [\d,]+ 条$/)
  for (;;) {
    const text = await foot.innerText()
    if (text.startsWith('共')) return Number(text.replace(/\D/g, ''))
    await more.click()
    await expect.poll(() => foot.innerText()).not.toBe(text)
  }
}

describe('the performance officer', () => {
  it('sees at the desk what the year is going to be', async () => {
    const { page, row, looks } = officer
    await page.getByText('全年得分预测').waitFor()
    await page.getByText('98.28 分').first().waitFor()
    await row('承办各类会议次数').getByRole('button', { name: '1,930次，打开来源记录' }).waitFor()
    await settled(page)
    await looks('officer-desk')
  })

  it('is told what is wrong in a file by row and column, and imports it once it is right', async () => {
    const { page, row, looks, open } = officer
    await open('/meetings/import', '导入全年会议')
    const choose = (file: ReturnType<typeof csv>) => page.locator('input[type=file]').setInputFiles(file)
    await choose(csv(
      'B-0001,2024-11-05,18:00,19:00,部门例会,部门会议,示例单位,S01,20,已召开',
      'B-0002,2024-11-31,18:00,19:00,部门例会,部门会议,示例单位,S01,二十,已召开',
      'B-0003,2024-11-19,18:00,19:00,部门例会,部门会议,示例单位,S01,18,开过了',
    ))
    await page.getByRole('heading', { name: '需要改正 3 处' }).waitFor()
    for (const [cell, column] of [['B3', '会议日期'], ['I3', '参会人数'], ['J4', '状态']] as const) await row(`会务补录!${cell}`).getByText(column, { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)
    await looks('officer-import-problems')
    await choose(csv(
      'B-0001,2024-11-05,18:00,19:00,部门例会,部门会议,示例单位,S01,20,已召开',
      'B-0002,2024-11-30,18:00,19:00,补录的例会,部门会议,示例单位,S01,20,已召开',
      'B-0003,2024-11-19,18:00,19:00,部门例会,部门会议,示例单位,S01,18,已取消,会议合并',
    ))
    await page.getByText('没有发现问题，可以导入').waitFor()
    await row('会议').getByText('3', { exact: true }).first().waitFor()
    await looks('officer-import-checked')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByText('导入完成', { exact: true }).waitFor()
    await open('/meetings/bookings?from=2024-11-30&until=2024-11-30', '会议清单')
    await row('补录的例会').getByText('已召开').waitFor()
  })

  it('cannot pay more than a line has left, and pays what it has', async () => {
    const { page, row, looks, open } = officer
    await open('/budget/payments/new?year=2024', '登记支付')
    await page.getByRole('textbox', { name: /^凭证号/ }).fill('示例-2024-9001')
    await page.getByLabel(/^预算项目/).selectOption('X10')
    await page.getByRole('textbox', { name: /^收款方/ }).fill('示例代账公司')
    await page.getByRole('textbox', { name: /^金额/ }).fill('10000.01')
    await page.getByText('余额不足，差 0.01 元').waitFor()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const summary = page.getByRole('alert').filter({ has: page.getByRole('heading') })
    await summary.getByRole('link', { name: /^金额：.*不能支付 10,000\.01 元/ }).waitFor()
    await looks('officer-payment-refused')
    await summary.getByRole('link').click()
    expect((await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).replace(',', '')).toBe('10000.01')
    await page.getByRole('textbox', { name: /^金额/ }).fill('1万')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已登记支付 示例-2024-9001 / 1，10,000.00 元').waitFor()
    expect(await summary.count()).toBe(0)
    await looks('officer-payment')
    await page.getByRole('link', { name: '回到支付列表' }).click()
    await page.getByRole('search').getByPlaceholder('凭证号、收款方').fill('示例代账公司')
    await page.getByRole('search').getByRole('button', { name: '查询' }).click()
    await row('示例-2024-9001').getByText('示例代账公司').waitFor()
  })

  it('revises an indicator by a document: what was before stands beside what is after', async () => {
    const { page, row, dialog, heading, looks, open } = officer
    await open('/indicators/revisions/new?year=2024', '新增调整文件')
    await page.getByRole('button', { name: '登记调整文件' }).click()
    await page.getByText('有 3 处需要修改').waitFor()
    await looks('officer-revision-errors')
    await page.getByRole('textbox', { name: /^文号/ }).fill('示例机管〔2024〕28号')
    await page.getByLabel(/^文件日期/).fill('2024-11-20')
    await page.getByLabel(/^指标必填/).selectOption('Z03')
    await page.getByLabel(/^调整项/).selectOption({ label: '目标值' })
    await page.getByLabel('调整前').getByText('1930').waitFor()
    await page.getByRole('textbox', { name: /^调整后/ }).fill('1932')
    await page.getByRole('textbox', { name: '事由' }).fill('补录两次会议后调整目标')
    await looks('officer-revision')
    await page.getByRole('button', { name: '登记调整文件' }).click()
    await dialog().getByText('示例机管〔2024〕28号').waitFor()
    await dialog().getByRole('button', { name: '登记调整文件' }).click()
    await heading('年中调整')
    const cells = row('示例机管〔2024〕28号').getByRole('cell')
    await cells.first().waitFor()
    expect((await cells.allInnerTexts()).slice(3, 8)).toEqual(['Z03', '承办各类会议次数', '目标值', '1930', '1932'])
    await looks('officer-revisions')
  })

  it('evaluates the year; a figure of it opens exactly the records that it counts', async () => {
    const { page, row, dialog, looks, open } = officer
    await open('/self-evaluation?year=2024', '自评工作台')
    await page.getByRole('button', { name: '评价', exact: true }).click()
    await looks('officer-evaluate')
    await dialog().getByRole('button', { name: '评价', exact: true }).click()
    await dialog().getByText('已完成').waitFor()
    await dialog().getByRole('button', { name: '关闭', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^承办各类会议次数/ }).click()
    const pane = page.getByRole('region', { name: '承办各类会议次数' })
    await pane.getByText('≥1932次').first().waitFor()
    await page.getByText('共 1,932 条记录').waitFor()
    await settled(page)
    await looks('officer-workbench')
    await pane.getByRole('button', { name: '1932次，打开来源记录' }).click()
    const drawer = dialog()
    await drawer.getByText('1932次').first().waitFor()
    await row('HY2024-').first().waitFor()
    await drawer.getByText('记录与生成时一致').waitFor()
    await looks('officer-figure')
    await drawer.getByRole('link', { name: '在单独的页面打开' }).click()
    await page.getByRole('heading', { name: '来源记录（1,932 条）' }).waitFor()
    await row('HY2024-').first().waitFor()
    await looks('officer-fact')
    expect(await counted(officer)).toBe(1932)
    await page.getByRole('button', { name: '现在核对' }).click()
    await page.getByText('和评价时一致').waitFor()
  })
})

describe('two people at the same note', () => {
  it('are shown both texts, and none is lost unseen', async () => {
    const second = await stage.as('fuhe')
    const at = '/self-evaluation?year=2024&code=Z05'
    const note = ({ page }: Person) => page.getByRole('textbox', { name: '备注' })
    const save = ({ page }: Person) => page.getByRole('button', { name: '保存', exact: true }).click()
    await officer.open(at, '自评工作台')
    await second.open(at, '自评工作台')
    await note(officer).fill('先写的备注')
    await note(second).fill('后写的备注')
    await save(officer)
    await officer.page.getByText('已保存', { exact: true }).waitFor()
    await save(second)
    const conflict = second.dialog('内容已被别人修改')
    await conflict.getByText('先写的备注').waitFor()
    await conflict.getByText('后写的备注').waitFor()
    await second.looks('officer-conflict')
    await conflict.getByRole('button', { name: '全部采用对方的' }).click()
    await conflict.waitFor({ state: 'hidden' })
    expect(await note(second).inputValue()).toBe('先写的备注')
    await note(second).fill('先写的备注，后补充')
    await save(second)
    await second.page.getByText('已保存', { exact: true }).waitFor()
    await officer.open(at, '自评工作台')
    await expect.poll(() => note(officer).inputValue()).toBe('先写的备注，后补充')
  })
})
