// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Administrator } from './server'
import { openBrowser, settled, type Browser } from './browser'
import { startStage, type Person, type Stage } from './stage'
import { totp } from './totp'

// The pictures of docs/manual, taken from the real pages on the example year. A chapter names each by its file; making the
// package fails where one is named and not here, or the other way round. SHOTS is the folder that they go to.
let stage: Stage
let officer: Person
let stranger: Browser

beforeAll(async () => {
  stage = await startStage()
  officer = await stage.as('jixiao')
  stranger = await openBrowser(stage.front.origin)
})
afterAll(async () => {
  await stranger?.close()
  await stage?.stop()
})

/** When nothing moves any more and nothing has the focus's ring. */
async function shot({ page, shot: take }: Browser, name: string): Promise<void> {
  await settled(page)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await take(name)
}
const close = ({ page, dialog }: Person) => page.keyboard.press('Escape').then(() => dialog().first().waitFor({ state: 'hidden' }))

describe('before signing in', () => {
  it('set-up and sign-in', async () => {
    const { page } = stranger
    await page.route('**/api/v1/identity/setup', (route) => route.fulfill({ json: { is_needed: true } }))
    await page.goto('/set-up')
    await page.getByRole('textbox', { name: /^设置码/ }).waitFor()
    await shot(stranger, 'set-up')
    await page.unroute('**/api/v1/identity/setup')
    await page.goto('/sign-in')
    await page.getByLabel(/^登录名/).waitFor()
    await shot(stranger, 'sign-in')
  })
})

describe('the performance officer', () => {
  const snap = (name: string) => shot(officer.browser, name)

  it('desk', async () => {
    await officer.page.getByText('98.28 分').first().waitFor()
    await snap('desk')
    await officer.open('/desk/what-if?year=2024', '试算')
    await snap('what-if')
  })

  it('premises', async () => {
    const { page, open } = officer
    await open('/premises/registration', '权属统一登记')
    await snap('premises-registration')
    await open('/premises/buildings', '房屋台账')
    await page.getByRole('link', { name: 'FC2024-01' }).waitFor()
    await snap('premises-buildings')
  })

  it('budget', async () => {
    const { page, open } = officer
    await open('/budget/execution?year=2024', '预算执行')
    await snap('budget-execution')
    await open('/budget/payments?year=2024', '支付')
    await snap('budget-payments')
    await open('/budget/payments/new?year=2024', '登记支付')
    await page.getByRole('textbox', { name: /^凭证号/ }).fill('记-9001')
    await page.getByLabel(/^预算项目/).selectOption('X10')
    await page.getByRole('textbox', { name: /^收款方/ }).fill('示例代账公司')
    await page.getByRole('textbox', { name: /^金额/ }).fill('10000.01')
    await page.getByText('余额不足，差 0.01 元').waitFor()
    await snap('payment-refused')
  })

  it('registers', async () => {
    const { page, open } = officer
    await open('/ledgers/register/培训演练台账', '培训演练台账')
    await page.getByRole('row').filter({ hasText: 'PX2024-' }).first().waitFor()
    await snap('ledger-records')
    await open('/ledgers/register/培训演练台账/import', '导入培训演练台账')
    const lines = ['编号,日期,类别,参加人数,地点', 'B-0001,2024-11-31,安保培训,二十,集中办公区', 'B-0002,2024-11-19,看电影,18,集中办公区']
    await page.locator('input[type=file]').setInputFiles({ name: '培训演练台账补录.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) })
    await page.getByRole('heading', { name: '需要改正 3 处' }).waitFor()
    await snap('ledger-import')
  })

  it('indicators', async () => {
    const { page, open } = officer
    await open('/indicators?year=2024', '指标')
    await snap('indicators')
    await open('/indicators/revisions/new?year=2024', '新增调整文件')
    await page.getByRole('textbox', { name: /^文号/ }).fill('示例机管〔2024〕28号')
    await page.getByLabel(/^文件日期/).fill('2024-11-20')
    await page.getByLabel(/^指标必填/).selectOption('Z03')
    await page.getByLabel(/^调整项/).selectOption({ label: '目标值' })
    await page.getByRole('textbox', { name: /^调整后/ }).fill('1932')
    await page.getByRole('textbox', { name: '事由' }).fill('示例：全年会议任务增加')
    await snap('revision')
  })

  it('self-evaluation', async () => {
    const { page, dialog, open } = officer
    await open('/self-evaluation?year=2024&code=Z03', '自评工作台')
    await page.getByText(/^共 1,930 条记录/).waitFor()
    await snap('self-evaluation')
    await page.getByRole('region', { name: '承办各类会议次数' }).getByRole('button', { name: '1930次，打开来源记录' }).click()
    await dialog().getByRole('row').filter({ hasText: 'HY2024-' }).first().waitFor()
    await snap('figure')
    await close(officer)
  })

  it('check', async () => {
    const { page, open, heading } = officer
    const lines = ['甲中心2024年度部门整体支出绩效自评报告（示例）', '一、基本情况', '全年预算数3720.27万元，执行数3400.68万元，预算执行率95.00%。全年承办各类会议1953次。', '二、存在的问题', '部分指标设置不够细化。', '三、改进措施', '下一步细化指标。']
    await open('/check', '报告体检')
    await page.getByLabel('同时与本单位的数据核对').selectOption('2024')
    await page.locator('input[type=file]').setInputFiles({ name: '示例报告.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) })
    await heading('示例报告.txt')
    await page.getByRole('link', { name: '打开系统里的这个数字' }).first().waitFor()
    await snap('check')
  })

  it('report', async () => {
    const { page, dialog, open } = officer
    await open('/reports?year=2024', '自评报告')
    await page.getByRole('article').getByRole('button', { name: '1930次，打开来源记录' }).first().waitFor()
    await snap('report')
    await page.getByRole('button', { name: '生成文件' }).click()
    await dialog().getByText(/将按当前评价和文字生成/).waitFor()
    await dialog().getByRole('button', { name: '生成文件' }).click()
    await dialog().getByText('已完成').waitFor()
    await snap('report-files')
    await close(officer)
  })
})

describe('the leader', () => {
  it('signature', async () => {
    const { page, dialog, open, browser } = await stage.as('ld')
    await open('/desk?year=2024', '工作台')
    await page.getByRole('link', { name: '签署' }).click()
    await page.getByRole('button', { name: '签署', exact: true }).click()
    await dialog('签署评价').waitFor()
    await shot(browser, 'signature')
  })
})

/** An administrator's first minutes: the link with the code, then the second factor. */
async function enter(who: Administrator, browser: Browser): Promise<void> {
  const { page } = browser
  await page.goto(`/sign-in#${stage.server.code(who)}`)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '我的账号', level: 1 }).waitFor()
  await page.getByRole('button', { name: '开始设置' }).click()
  const secret = await page.locator('.factor code').first().innerText()
  if (who === 'xitong') await shot(browser, 'second-factor')
  await page.getByLabel(/^应用显示的/).fill(totp(secret))
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('heading', { name: '我的会话' }).waitFor()
}

describe('the administrators', () => {
  const heading = ({ page }: Browser, name: string) => page.getByRole('heading', { name, level: 1, exact: true }).waitFor()

  it('people, grants, backups', async () => {
    const browser = stranger
    const { page } = browser
    await enter('xitong', browser)
    await page.goto('/people')
    await heading(browser, '用户')
    await shot(browser, 'people')
    await page.getByRole('row').filter({ hasText: 'jixiao' }).getByRole('button', { name: /提出角色/ }).click()
    await page.getByRole('dialog').getByLabel(/^角色/).selectOption('section')
    await page.getByRole('dialog').getByRole('button', { name: '提出角色' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto('/backups')
    await heading(browser, '备份与恢复')
    await page.getByRole('button', { name: '立即备份' }).click()
    await page.getByRole('dialog', { name: '任务' }).getByText('已完成').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^恢复备份/ }).first().waitFor()
    await shot(browser, 'backups')
    await page.getByRole('button', { name: /^恢复备份/ }).first().click()
    await page.getByRole('dialog').getByText(/^请输入/).waitFor()
    await shot(browser, 'restore')
    await page.keyboard.press('Escape')
    await page.goto('/status')
    await heading(browser, '系统状态')
    await shot(browser, 'status')
  })

  it('decision and audit', async () => {
    for (const [who, path, name, wait] of [['anquan', '/grants', '授权', /待审批/], ['shenji', '/audit', '审计记录', /提出角色/]] as const) {
      const browser = await openBrowser(stage.front.origin)
      try {
        await enter(who, browser)
        await browser.page.goto(path)
        await heading(browser, name)
        await browser.page.getByRole('row').filter({ hasText: wait }).first().waitFor()
        await shot(browser, path.slice(1))
      } finally {
        await browser.close()
      }
    }
  })
})
