// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import decodeQR from 'qr/decode.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, settled, type Browser } from './browser'
import { chineseInFrame, dataOf, rawKeys, speak } from './english'
import { startFront, type Front } from './front'
import { looks as everyLook } from './looks'
import { startServer, type Administrator, type Server } from './server'
import { totp } from './totp'

// The three separated administrators, each in a browser of their own: the first adds a person and proposes a role, the
// second decides, the third finds it all in the record.
let server: Server
let front: Front
const browsers = new Map<Administrator, Browser>()
const secrets = new Map<Administrator, string>()
let browser: Browser

async function as(who: Administrator): Promise<void> {
  browser = browsers.get(who) ?? (await openBrowser(front.origin))
  browsers.set(who, browser)
}
beforeAll(async () => {
  server = await startServer()
  front = await startFront(server.origin)
})
afterAll(async () => {
  for (const one of browsers.values()) await one.close()
  await front?.stop()
  await server?.stop()
})
afterEach(() => {
  for (const one of browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

const looks = (name: string) => everyLook(browser, `administrators-${name}`)
const heading = (name: string) => browser.page.getByRole('heading', { name, level: 1 }).waitFor()
const dialog = () => browser.page.getByRole('dialog')
const row = (text: string) => browser.page.getByRole('row').filter({ hasText: text })
async function open(path: string, name: string): Promise<void> {
  await browser.page.goto(path)
  await heading(name)
  await settled(browser.page)
}

/** The first minutes of an account: the link with the code, then the second factor. */
async function firstSignIn(who: Administrator): Promise<void> {
  await as(who)
  const { page } = browser
  await page.goto(`/sign-in?to=/people#${server.code(who)}`)
  await heading('登录')
  expect(page.url()).toBe(`${front.origin}/sign-in?to=/people`)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await heading('我的账号')
  await page.getByRole('button', { name: '开始设置' }).click()
  const secret = await page.locator('.factor code').first().innerText()
  secrets.set(who, secret)
  await page.getByLabel(/^应用显示的/).fill(totp(secret))
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByRole('button', { name: '继续' }).click()
  await heading('用户')
}

describe('an administrator', () => {
  it('is led to the second factor before anything else, and sets a password', async () => {
    await as('xitong')
    const { page } = browser
    await page.goto(`/sign-in#${server.code('xitong')}`)
    await heading('登录')
    await looks('sign-in-with-code')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await heading('我的账号')
    await page.goto('/grants')
    await heading('我的账号')
    await page.getByRole('button', { name: '开始设置' }).click()
    const secret = await page.locator('.factor code').first().innerText()
    secrets.set('xitong', secret)
    await looks('second-factor')
    // What a camera reads off the screen is what the app has to be told.
    const uri = new URL(decodeQR(await browser.pixels('.factor svg.qr')))
    expect([uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', secret.replaceAll(' ', '')])
    await page.getByLabel(/^应用显示的/).fill(totp(secret))
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.getByRole('heading', { name: '我的会话' }).waitFor()
    await page.getByRole('button', { name: '设置新密码' }).click()
    await page.getByText('有 1 处需要修改').waitFor()
    await looks('account')
    const set = async (password: string) => {
      await page.getByRole('textbox', { name: /^新密码/ }).fill(password)
      await page.getByRole('textbox', { name: /^再次输入新密码/ }).fill(password)
      await page.getByRole('button', { name: '设置新密码' }).click()
    }
    await set('Password2026!')
    await page.getByText('这个密码太常见').first().waitFor()
    await set(server.password)
    await page.getByText('密码已更换').waitFor()
  })
})

describe('the system administrator', () => {
  it('adds a section and a person, issues a code and proposes a role', async () => {
    await as('xitong')
    const { page } = browser
    await open('/organisations', '单位')
    await page.getByRole('button', { name: /新增下级/ }).first().click()
    await dialog().getByRole('textbox', { name: /^名称/ }).fill('会务科')
    await looks('new-organisation')
    await dialog().getByRole('button', { name: '新增', exact: true }).click()
    await row('会务科').waitFor()
    await looks('organisations')
    await open('/people', '用户')
    await page.getByRole('button', { name: '新增用户' }).click()
    await dialog().getByRole('textbox', { name: /^登录名/ }).fill('huiwu')
    await dialog().getByRole('textbox', { name: /^姓名/ }).fill('会务专员（示例）')
    await dialog().getByLabel('科室').selectOption({ label: '会务科' })
    await dialog().getByRole('button', { name: '新增', exact: true }).click()
    await row('huiwu').waitFor()
    await looks('people')
    const [people] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).click().then(() => page.getByRole('link', { name: /CSV/ }).click())])
    expect(people.suggestedFilename()).toBe('用户.csv')
    expect(readFileSync(await people.path(), 'utf8')).toContain('huiwu,会务专员（示例）,会务科')
    // The panel closed behind it.
    expect(await page.getByRole('link', { name: /CSV/ }).count()).toBe(0)
    await row('huiwu').getByRole('button', { name: /发登录码/ }).click()
    await dialog().getByRole('button', { name: '发登录码', exact: true }).click()
    await dialog().locator('.one-time-code').waitFor()
    await looks('one-time-code')
    await dialog().getByRole('button', { name: '关闭', exact: true }).click()
    await row('huiwu').getByRole('button', { name: /提出角色/ }).click()
    await dialog().getByLabel(/^角色/).selectOption('section')
    await dialog().getByRole('button', { name: '提出角色' }).click()
    await dialog().waitFor({ state: 'detached' })
    await open('/grants', '授权')
    await row('huiwu').getByText('待审批').waitFor()
    expect(await page.getByRole('button', { name: /^批准/ }).count()).toBe(0)
  })

  it('sees sessions, jobs, backups and the state of the server', async () => {
    await as('xitong')
    for (const [path, name] of [['/sessions', '在线会话'], ['/roles', '角色与权限'], ['/jobs', '任务'], ['/backups', '备份与恢复'], ['/status', '系统状态']] as const) {
      await open(path, name)
      await looks(path.slice(1))
    }
    await browser.page.goto('/audit')
    await browser.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await browser.page.getByRole('button', { name: '核验' }).count()).toBe(0)
  })
})

describe('the security administrator', () => {
  it('is told that something waits, and decides', async () => {
    await firstSignIn('anquan')
    const { page } = browser
    expect(await page.getByRole('button', { name: '新增用户' }).count()).toBe(0)
    await page.getByRole('button', { name: /^待办/ }).click()
    await page.getByRole('link', { name: '待审批的授权 1 条' }).click()
    await heading('授权')
    await page.getByRole('button', { name: '批准“会务专员（示例）”的“业务科室”', exact: true }).click()
    await looks('decision')
    await dialog().getByRole('button', { name: '批准', exact: true }).click()
    await dialog().waitFor({ state: 'detached' })
    await open('/grants', '授权')
    await row('huiwu').getByText('生效').waitFor()
    await looks('grants')
  })
})

describe('the auditor', () => {
  it('finds who did it, and that the chain is whole', async () => {
    await firstSignIn('shenji')
    const { page } = browser
    await open('/audit?action=identity.grant', '审计记录')
    await row('批准角色').getByText('anquan').waitFor()
    await row('提出角色').getByText('xitong').waitFor()
    await page.getByRole('button', { name: '生成检查点' }).click()
    await page.getByText(/已在第 \d+ 条处生成检查点/).waitFor()
    await page.getByText('历次检查点', { exact: true }).click()
    await page.getByRole('region', { name: '历次检查点' }).getByRole('row').nth(1).waitFor()
    await page.getByRole('button', { name: '核验', exact: true }).click()
    await page.getByText('完整，没有改动').waitFor()
    await looks('audit')
    await page.getByRole('button', { name: /详情/ }).first().click()
    await dialog().getByText('identity.grant').first().waitFor()
    await looks('audit-details')
    await dialog().getByRole('button', { name: '关闭', exact: true }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).last().click().then(() => page.getByRole('link', { name: /CSV/ }).click())])
    expect(file.suggestedFilename()).toBe('审计记录.csv')
  })
})

describe('their pages in English', () => {
  const their = {
    xitong: ['/desk', '/organisations', '/people', '/grants', '/roles', '/sessions', '/backups', '/jobs', '/status', '/account'],
    anquan: ['/desk', '/people', '/grants', '/roles', '/backups'],
    shenji: ['/desk', '/audit', '/account'],
  } as const
  it.each(['xitong', 'anquan', 'shenji'] as const)('of %s', async (who) => {
    await as(who)
    const { page } = browser
    await page.goto('/desk')
    await heading('工作台')
    const data = await dataOf(page, ['/api/v1/identity/me', ...(who === 'shenji' ? [] : ['/api/v1/identity/people?limit=200', '/api/v1/identity/organisations'])])
    await speak(page, 'English')
    const found: Record<string, string[]> = {}
    for (const at of their[who]) {
      await page.goto(at)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      found[at] = [...(await chineseInFrame(page, data)), ...(await rawKeys(page)).filter((key) => at !== '/audit' && !key.includes('.'))]
    }
    await speak(page, '中文')
    expect(found).toEqual(Object.fromEntries(their[who].map((at) => [at, []])))
  })
})

describe('a backup', () => {
  it('is made and verified, its restoration asked for by typing its name and approved by another; then everybody signs in again', async () => {
    await as('xitong')
    let { page } = browser
    await open('/backups', '备份与恢复')
    await page.getByRole('button', { name: '立即备份' }).click()
    const job = page.getByRole('dialog', { name: '任务' })
    await job.getByText('已完成').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^检查备份/ }).first().click()
    await job.getByText('备份完好，可以恢复').waitFor()
    await looks('backup-verified')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^申请恢复备份/ }).first().click()
    const name = (await dialog().getByText(/^请输入/).innerText()).replace('请输入 ', '')
    await dialog().getByRole('button', { name: '提交申请', exact: true }).click()
    await page.getByText('有 1 处需要修改').waitFor()
    await looks('restore')
    await dialog().getByRole('textbox').fill(name)
    await dialog().getByRole('button', { name: '提交申请', exact: true }).click()
    await page.getByText(`申请恢复备份 ${name}，等待安全管理员批准`).waitFor()
    await looks('restore-asked')
    await as('anquan')
    page = browser.page
    await open('/desk', '工作台')
    await page.getByText(`申请恢复备份 ${name}，等待批准`).waitFor()
    await page.getByRole('button', { name: /^待办/ }).click()
    await page.getByRole('link', { name: '待批准的备份恢复 1 项' }).click()
    await heading('备份与恢复')
    await page.getByRole('button', { name: '批准恢复', exact: true }).click()
    await looks('restore-approval')
    await dialog().getByRole('button', { name: '批准恢复', exact: true }).click()
    // Chromium itself writes into the console that the server answered 503 meanwhile, or nothing while one took the
    // other's place.
    const over = async () => {
      await browser.page.getByRole('dialog', { name: '登录已过期' }).waitFor()
      browser.recorded.console = browser.recorded.console.filter((line) => !/503|ERR_EMPTY_RESPONSE/.test(line))
    }
    await over()
    await as('xitong')
    page = browser.page
    await page.getByRole('button', { name: /^检查备份/ }).first().click()
    await over()
    const again = page.getByRole('dialog', { name: '登录已过期' })
    await again.getByRole('textbox', { name: '密码', exact: true }).fill(server.password)
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await again.getByLabel(/^动态口令/).fill(totp(secrets.get('xitong') ?? '', 1))
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await again.waitFor({ state: 'detached' })
    await open('/backups', '备份与恢复')
    await page.getByText(`已恢复备份 ${name}`).waitFor()
    await looks('restored')
  })
})
