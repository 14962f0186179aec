// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startStage, type Person, type Stage } from './stage'

// An evaluation that contradicts itself: nobody signs it before the error is put right or a reason for it is written.
let stage: Stage
let officer: Person
let leader: Person

beforeAll(async () => {
  stage = await startStage()
  officer = await stage.as('jixiao')
  leader = await stage.as('ld')
})
afterAll(() => stage?.stop())
afterEach(() => {
  for (const one of stage.browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

/** A typing mistake in a document: a target below zero, which nothing can be measured against. */
async function revise({ page, dialog, heading, open }: Person): Promise<void> {
  await open('/indicators/revisions/new?year=2024', '新增调整文件')
  await page.getByRole('textbox', { name: /^文号/ }).fill('示例机管〔2024〕31号')
  await page.getByLabel(/^文件日期/).fill('2024-12-02')
  await page.getByLabel(/^指标必填/).selectOption('Z03')
  await page.getByLabel(/^调整项/).selectOption({ label: '目标值' })
  await page.getByRole('textbox', { name: /^调整后/ }).fill('-1930')
  await page.getByRole('textbox', { name: '事由' }).fill('示例：误写为负数')
  await page.getByRole('button', { name: '登记调整文件' }).click()
  await dialog().getByRole('button', { name: '登记调整文件' }).click()
  await heading('年中调整')
}

async function evaluate({ page, dialog, open }: Person): Promise<void> {
  await open('/self-evaluation?year=2024', '自评工作台')
  await page.getByRole('button', { name: '评价', exact: true }).click()
  await dialog().getByRole('button', { name: '评价', exact: true }).click()
  await dialog().getByText('已完成').waitFor()
}

/** The newest evaluation, as the leader comes to it from the desk. */
async function openRun({ page, open }: Person): Promise<void> {
  await open('/desk?year=2024', '工作台')
  await page.getByRole('link', { name: '签署' }).click()
  await page.getByRole('heading', { name: /^2024年评价/, level: 1 }).waitFor()
}

describe('an evaluation with an open error', () => {
  it('is not signed: the leader reads why, and is led to the finding', async () => {
    await revise(officer)
    await evaluate(officer)
    await openRun(leader)
    const { page, dialog, looks } = leader
    await page.getByRole('region', { name: '评价结果' }).getByText('有 1 处错误，不能签署').waitFor()
    await page.getByRole('button', { name: '签署', exact: true }).click()
    const refused = dialog('还不能签署')
    await refused.getByRole('alert').getByText('有 1 处错误没有处理').waitFor()
    await looks('signature-refused')
    const way = refused.getByRole('link')
    const sentence = await way.innerText()
    expect(sentence).toContain('-1930')
    await way.click()
    await refused.waitFor({ state: 'hidden' })
    const finding = page.locator('li[id^=finding-]').filter({ hasText: sentence })
    await expect.poll(() => finding.evaluate((element) => element === document.activeElement)).toBe(true)
    await finding.getByText('错误', { exact: true }).waitFor()
    await finding.getByRole('link', { name: '打开指标' }).waitFor()
    // A leader writes no reason, and nothing is signed.
    expect(await finding.getByRole('button').count()).toBe(0)
    await page.getByRole('region', { name: '评价结果' }).getByText('有 1 处错误，不能签署').waitFor()
    await looks('signature-finding')
  })

  it('is signed once the officer wrote why the error may stand', async () => {
    const { page, dialog, looks } = officer
    await page.goto(new URL(leader.page.url()).pathname)
    await page.getByRole('heading', { name: /^2024年评价/, level: 1 }).waitFor()
    await page.locator('li[id^=finding-]').getByRole('button', { name: '说明理由' }).click()
    await dialog().getByRole('button', { name: '说明理由' }).click()
    await page.getByText('有 1 处需要修改').waitFor()
    await looks('signature-waiver')
    await dialog().getByRole('textbox', { name: /^理由/ }).fill('示例：文件笔误，次日另文更正')
    await dialog().getByRole('button', { name: '说明理由' }).click()
    await page.getByText('示例：文件笔误，次日另文更正').waitFor()
    await openRun(leader)
    await leader.page.getByRole('button', { name: '签署', exact: true }).click()
    await leader.dialog('签署评价').getByRole('button', { name: '签署', exact: true }).click()
    await leader.page.getByRole('region', { name: '评价结果' }).getByText(/^ld .* 签署$/).waitFor()
  })
})
