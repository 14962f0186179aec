// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type Browser } from './browser'
import { startFront, type Front } from './front'
import { looks as everyLook } from './looks'
import { startServer, type Server } from './server'

// Every shared component on a few pages, in a real browser and under the server's own policy.
let server: Server
let front: Front
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  front = await startFront(server.origin, fileURLToPath(new URL('./specimens/dist', import.meta.url)))
  browser = await openBrowser(front.origin)
})
afterAll(async () => {
  await browser?.close()
  await front?.stop()
  await server?.stop()
})
afterEach(() => expect(browser.take()).toEqual({ policy: [], console: [], outside: [] }))

const looks = (name: string) => everyLook(browser, `specimen-${name}`)

async function open(path: string, name: string): Promise<void> {
  await browser.page.goto(path)
  await browser.page.getByRole('heading', { name, level: 1 }).waitFor()
}

describe('a table', () => {
  const rows = () => browser.page.locator('tbody tr:not([aria-hidden])')

  it('shows, sorts and adds up', async () => {
    const { page } = browser
    await open('/specimens/table', '支付（示例数据）')
    await looks('table')
    expect(await rows().count()).toBe(12)
    await page.getByRole('button', { name: '金额（万元）' }).click()
    expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('金额')
    await page.getByRole('button', { name: '金额（万元）' }).click()
    expect(await page.locator('th[aria-sort="descending"]').innerText()).toContain('金额')
  })

  it('lets columns be chosen, moved and widened by keyboard', async () => {
    const { page, axe, shot } = browser
    await page.getByRole('button', { name: '列设置' }).focus()
    await page.keyboard.press('Enter')
    expect(await axe()).toEqual([])
    await shot('specimen-columns')
    await page.getByText('经济科目', { exact: true }).click()
    await page.getByRole('columnheader', { name: '经济科目' }).waitFor()
    await page.getByRole('button', { name: '上移“说明”' }).click()
    await page.getByLabel('“说明”的宽度').fill('300')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('列设置')
  })

  it('ticks rows', async () => {
    const { page } = browser
    await page.getByLabel('全选').click({ force: true })
    await page.getByText('已选 12 条').waitFor()
    await page.getByLabel('选择这一行').first().click({ force: true })
    await page.getByText('已选 11 条').waitFor()
  })

  it('keeps filters in the address', async () => {
    const { page } = browser
    await page.getByLabel('关键词').fill('示例')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await page.getByRole('button', { name: '展开' }).click()
    await page.getByLabel('支付日期').fill('2026-07-01')
    await page.getByRole('button', { name: '查询' }).click()
    await page.waitForURL(/day=2026-07-01/)
    await page.goBack()
    await expect.poll(() => page.getByLabel('支付日期').inputValue()).toBe('')
    expect(await page.getByLabel('关键词').inputValue()).toBe('示例')
    await page.getByRole('button', { name: '重置' }).click()
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })

  it('of 100,000 rows has only those in view in the page, up to its end', async () => {
    const { page } = browser
    await open('/specimens/table?rows=100000', '支付（示例数据）')
    expect(await rows().count()).toBeLessThan(80)
    await looks('table-long')
    await page.locator('.frame').evaluate((frame) => (frame.scrollTop = frame.scrollHeight))
    await page.getByText('示例-100000').waitFor()
    expect(await rows().count()).toBeLessThan(80)
    await page.locator('.frame').evaluate((frame) => (frame.scrollTop = frame.scrollHeight / 2))
    await page.getByText('示例-050001').waitFor()
  })

  it('prints every row, the header on each sheet and the sum once', async () => {
    const { page } = browser
    await open('/specimens/table?rows=150', '支付（示例数据）')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.locator('table.paper').waitFor({ state: 'attached' })
    expect(await page.locator('table.paper tbody tr').count()).toBe(150)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.locator('table.paper').waitFor({ state: 'detached' })
  })
})

describe('a form', () => {
  it('takes the focus to what is wrong, in the same words', async () => {
    const { page } = browser
    await open('/specimens/form', '表单（示例）')
    await looks('form')
    await page.getByRole('button', { name: '提交' }).click()
    await looks('form-errors')
    await page.getByRole('link', { name: '金额：请填写金额' }).click()
    await page.keyboard.insertText('１．２万')
    await page.getByText('壹万贰仟元整').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.getByLabel('金额').inputValue()).toBe('12,000.00')
    await page.getByLabel('金额').fill('十二')
    await page.keyboard.press('Tab')
    await page.getByText('金额看不懂').first().waitFor()
    await page.getByLabel('文号').fill('某财〔2026〕1号')
    await page.keyboard.press('Control+s')
    await page.getByRole('alert').getByText('有 1 处需要修改').waitFor()
    await page.getByLabel('金额').fill('1.2万')
    await page.keyboard.press('Control+s')
    await page.getByText('已提交 12000.00').waitFor()
  })

  it('shows what the server refused, at the nearest field', async () => {
    const { page } = browser
    await page.getByRole('button', { name: '服务器拒绝' }).click()
    const summary = page.locator('.summary')
    await summary.getByRole('link', { name: '金额：项目只剩 100.00 元可用' }).waitFor()
    await summary.getByText('第 1 行没有项目编码').waitFor()
    expect(await browser.axe()).toEqual([])
  })

  it('asks with counts before what cannot be undone', async () => {
    const { page } = browser
    await page.getByRole('button', { name: '红冲' }).click()
    const dialog = page.getByRole('dialog', { name: '红冲凭证' })
    await dialog.getByText('12 张凭证').waitFor()
    await looks('confirm')
    await page.keyboard.press('Escape')
    await page.getByText('没有红冲').waitFor()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '红冲' }).click()
    await dialog.getByRole('button', { name: '红冲' }).click()
    await page.getByText('已红冲').waitFor()
  })

  it('shows both sides when somebody saved first', async () => {
    const { page } = browser
    await page.getByRole('button', { name: '别人先保存' }).click()
    const dialog = page.getByRole('dialog', { name: '内容已被别人修改' })
    await dialog.getByText('会计科 10:05 已修改').waitFor()
    await looks('conflict')
    await dialog.getByRole('button', { name: '全部采用我的' }).click()
    await page.getByText('物业费 2.00').waitFor()
  })

  it('tells the type of a file before it is sent, and shows how far it is', async () => {
    const { page } = browser
    const choose = (name: string, bytes: Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
    await choose('说明.exe', Buffer.from('MZ'))
    await page.getByText('类型不能上传').waitFor()
    await choose('支付.xlsx', Buffer.from('not a zip'))
    await page.getByText('内容与扩展名不符').waitFor()
    await page.route('**/api/v1/uploads**', (route) => route.fulfill({ status: 201, json: { upload: 'u1', name: '支付.csv', size: 12 } }))
    await choose('支付.csv', Buffer.from('凭证号,金额\n'))
    await page.getByText('已上传“支付.csv”').waitFor()
    await page.getByText('上传编号 u1').waitFor()
    await page.unroute('**/api/v1/uploads**')
  })
})

describe('a sheet', () => {
  const state = () => browser.page.locator('#state').innerText()

  it('is typed into, filled, pasted into and undone by keyboard', async () => {
    const { page } = browser
    await open('/specimens/sheet', '录入表格（示例数据）')
    await looks('sheet')
    await page.getByRole('gridcell', { name: '示例-1', exact: true }).click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('会议次数')
    await page.keyboard.press('Enter')
    expect(await state()).toContain('示例-1,会议次数,')
    await page.keyboard.press('F2')
    await page.keyboard.type('改')
    await page.keyboard.press('Escape')
    expect(await state()).toContain('示例-2,示例指标2,')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    expect(await state()).toContain('示例-3,会议次数,')
    await page.keyboard.press('Control+z')
    expect(await state()).toContain('示例-3,示例指标3,')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+v')
    await expect.poll(state).toContain('示例-4,会议次数,')
    await page.getByText('已粘贴 3 行 × 1 列').waitFor()
  })

  it('lets a Chinese word be begun in a cell by an input method', async () => {
    const { page } = browser
    const method = await page.context().newCDPSession(page)
    await page.getByRole('gridcell', { name: '≥95%' }).first().click()
    await method.send('Input.imeSetComposition', { text: 'bu', selectionStart: 2, selectionEnd: 2 })
    await page.keyboard.press('Enter').catch(() => null)
    await method.send('Input.insertText', { text: '不低于百分之九十' })
    await page.keyboard.press('Enter')
    await expect.poll(state).toContain('不低于百分之九十')
  })

  it('takes a block from Excel and says what does not fit', async () => {
    const { page } = browser
    const paste = (text: string) => page.getByRole('combobox').evaluate((grid, content) => {
      const data = new DataTransfer()
      data.setData('text/plain', content)
      grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await paste('甲\t≥90%\t3\r\n乙\t≥80%\tx\r\n')
    expect(await state()).toContain('示例-1,甲,≥90%,3,0.00,;示例-2,乙,≥80%,x,')
    await page.getByText('1 个单元格需要修改').waitFor()
    await page.getByRole('button', { name: /下一处/ }).click()
    await page.getByText('权重是数字').waitFor()
    expect(await browser.axe()).toEqual([])
    await browser.shot('specimen-sheet-wrong')
    await page.keyboard.press('Control+End')
    await paste('1\t2\r\n3\t4\r\n')
    await page.getByText('1 行、1 列没有粘贴').waitFor()
  })

  it('lets Tab out at its end, so that nobody is caught in it', async () => {
    const { page } = browser
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('combobox')
  })
})

describe('figures and charts', () => {
  it('has the same values as a table', async () => {
    const { page } = browser
    await open('/specimens/chart', '图和数字（示例数据）')
    await page.locator('canvas').first().waitFor()
    await looks('chart')
    await page.getByRole('button', { name: '看表' }).click()
    await page.getByRole('table', { name: '预算执行（示例）' }).waitFor()
    expect(await browser.axe()).toEqual([])
  })

  it('opens the fact and its records with one click', async () => {
    const { page } = browser
    await page.getByRole('button', { name: /1,930/ }).click()
    const drawer = page.getByRole('dialog', { name: '承办会议次数（示例）' })
    await drawer.getByText('示例-000001').waitFor()
    await drawer.getByText('记录与生成时一致').waitFor()
    await looks('figure')
    await drawer.getByRole('button', { name: '加载更多' }).click()
    await drawer.getByText('共 30 条').waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('1,930')
  })
})

describe('a job', () => {
  it('shows how far it is, can be cancelled, and gives its files', async () => {
    const { page } = browser
    let job = { job: 'j1', kind: 'budget.import', title: '导入支付', state: 'running', progress: { done: 4200, total: 10000, note: '已读 4,200 行' }, problem: null, cancel_requested: false, files: [] as object[] }
    await page.route('**/api/v1/jobs/j1', (route) => route.fulfill({ json: job }))
    await page.route('**/api/v1/jobs/j1/cancellation', (route) => {
      job = { ...job, state: 'cancelled' }
      return route.fulfill({ json: job })
    })
    // Events that never come: it has to ask by itself.
    await page.route('**/api/v1/events', (route) => route.fulfill({ headers: { 'content-type': 'text/event-stream' }, body: 'retry: 600000\n\n' }))
    await open('/specimens/job', '任务（示例）')
    await page.getByText('已读 4,200 行').waitFor()
    await looks('job')
    job = { ...job, state: 'done', progress: { done: 10000, total: 10000, note: '导入 10,000 行' }, files: [{ name: 'errors.xlsx', bytes: 2048 }] }
    await page.getByRole('link', { name: 'errors.xlsx' }).waitFor()
    expect(await page.locator('#ended').innerText()).toBe('done')
    job = { ...job, state: 'running', progress: { done: 0, total: 0, note: '' } }
    await page.reload()
    await page.getByRole('button', { name: '取消任务' }).click()
    await page.getByText('已取消').waitFor()
  })
})
