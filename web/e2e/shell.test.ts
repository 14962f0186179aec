// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, settled, type Browser } from './browser'
import { startFront, type Front } from './front'
import { looks as everyLook } from './looks'
import { people, startServer, type Server } from './server'

let server: Server
let front: Front
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  front = await startFront(server.origin)
  browser = await openBrowser(front.origin)
})
afterAll(async () => {
  await browser?.close()
  await front?.stop()
  await server?.stop()
})
afterEach(() => browser.page.unrouteAll())
// Whatever a test did: no violation of the policy, nothing in the console, no request to another host.
afterEach(() => expect(browser.take()).toEqual({ policy: [], console: [], outside: [] }))

async function signIn(account?: keyof typeof people): Promise<void> {
  const { page } = browser
  // Over a page whose session ended the account stands there already.
  if (account) await page.getByLabel(/^登录名/).fill(account)
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(server.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
const heading = (name: string) => browser.page.getByRole('heading', { name, level: 1 }).waitFor()
const focused = () => browser.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

async function choose(setting: '深色' | '长者模式（大字、高对比）', isOn: boolean): Promise<void> {
  await browser.page.getByRole('button', { name: '显示设置' }).click()
  const box = browser.page.getByRole('checkbox', { name: setting })
  if ((await box.isChecked()) !== isOn) await browser.page.getByText(setting, { exact: true }).click()
  await browser.page.keyboard.press('Escape')
}

const looks = (name: string) => everyLook(browser, name)

describe('before anybody signed in', () => {
  it('leads to the sign-in page and remembers where one wanted to go', async () => {
    await browser.page.goto('/desk?year=2026')
    await heading('登录')
    expect(new URL(browser.page.url()).searchParams.get('to')).toBe('/desk?year=2026')
    await looks('sign-in')
  })

  it('says what is missing, on top and at the field, and takes the focus there', async () => {
    await browser.page.getByRole('button', { name: '登录', exact: true }).click()
    const summary = browser.page.getByRole('alert')
    await summary.getByText('有 2 处需要修改').waitFor()
    expect(await focused()).toContain('有 2 处需要修改')
    await looks('sign-in-errors')
    await summary.getByRole('link', { name: /请填写密码/ }).click()
    expect(await browser.page.evaluate(() => (document.activeElement as HTMLInputElement).autocomplete)).toBe('current-password')
  })

  it('refuses a wrong code in the server’s words', async () => {
    await browser.page.getByText('一次性登录码').first().click()
    await browser.page.getByRole('textbox', { name: '一次性登录码' }).fill('wrong')
    await browser.page.getByRole('button', { name: '登录', exact: true }).click()
    await browser.page.getByRole('alert').getByText('登录码不对、已用过或已过期').waitFor()
  })

  it('has help, the interface and the set-up without a session', async () => {
    for (const [path, name] of [['/help', '帮助'], ['/interface', '接口说明'], ['/set-up', '首次设置']] as const) {
      await browser.page.goto(path)
      await heading(name)
      await settled(browser.page)
      // One panel of each kind is looked at open; they are drawn when they are opened.
      if (path === '/interface') for (const kind of ['.operation', '[data-schema]']) await browser.page.locator(`${kind} summary`).first().click()
      await looks(path.slice(1))
    }
  })

  it('leads a new data folder through its set-up', async () => {
    const { page } = browser
    await page.route('**/api/v1/identity/setup', (route) =>
      route.request().method() === 'GET' ? route.fulfill({ json: { is_needed: true } }) : route.fulfill({ status: 201, json: { org: 'o', expires_at: '2026-11-25T10:00:00+08:00', administrators: ['sysadmin', 'secadmin', 'auditor'].map((role) => ({ role, account: role, code: `code-of-${role}` })) } }))
    await page.goto('/sign-in')
    await heading('首次设置')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('有 4 处需要修改').waitFor()
    await looks('set-up-unit')
    for (const [label, text] of [['设置码', 'code'], ['单位全称', '乙中心'], ['行政区划代码', '420112'], ['行政区划名称', '某区']] as const) await page.getByLabel(label).fill(text)
    await page.keyboard.press('Enter')
    for (const role of ['系统管理员', '安全管理员', '审计管理员']) {
      const group = page.getByRole('group', { name: role })
      await group.getByLabel(/^登录名/).fill(`${role}账号`)
      await group.getByLabel('姓名').fill(role)
    }
    await looks('set-up-people')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /核对/ }).waitFor()
    await looks('set-up-check')
    await page.getByRole('button', { name: '建立单位和管理员' }).click()
    await page.getByRole('heading', { name: /完成/ }).waitFor()
    await page.getByText('code-of-auditor', { exact: true }).waitFor()
    await looks('set-up-done')
  })

  it('says that an address is not a page', async () => {
    await browser.page.goto('/help/nobody')
    await heading('没有这个页面')
    await looks('not-found')
  })
})

describe('signed in', () => {
  it('goes where one wanted to go', async () => {
    await browser.page.goto('/sign-in?to=/desk%3Fyear=2026')
    await signIn('jixiao')
    await heading('工作台')
    expect(browser.page.url()).toBe(`${front.origin}/desk?year=2026`)
    await looks('desk')
  })

  it('never leads to another host', async () => {
    const { page } = browser
    await page.context().clearCookies()
    await page.goto('/sign-in?to=//evil.example/')
    await signIn('jixiao')
    await heading('工作台')
  })

  it('keeps tabs over a reload, and closes them', async () => {
    const { page } = browser
    await page.getByRole('button', { name: '系统' }).click()
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '帮助' }).click()
    await heading('帮助')
    expect(await focused()).toBe('帮助')
    await page.reload()
    const tabs = page.getByRole('navigation', { name: '已打开的页面' })
    await tabs.getByRole('link', { name: '工作台' }).waitFor()
    await looks('help-signed-in')
    await tabs.getByRole('button', { name: '关闭“帮助”' }).click()
    await heading('工作台')
    await expect.poll(() => tabs.getByRole('link').count()).toBe(1)
    await page.goBack()
    await heading('帮助')
  })

  it('is worked by keyboard alone: skip link, / and ?', async () => {
    const { page } = browser
    await page.goto('/desk')
    await heading('工作台')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('跳到主要内容')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
    await page.waitForTimeout(400)
    await looks('key-help')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: '查找页面' }).fill('接口')
    await page.waitForTimeout(400)
    await looks('palette')
    await page.keyboard.press('Enter')
    await heading('接口说明')
  })

  it('remembers the look, also after a reload', async () => {
    const { page } = browser
    await choose('深色', true)
    await choose('长者模式（大字、高对比）', true)
    await page.reload()
    await heading('接口说明')
    expect(await page.evaluate(() => document.documentElement.className)).toBe('dark elder')
    await browser.shot('interface-dark-elder')
    await choose('深色', false)
    await choose('长者模式（大字、高对比）', false)
  })

  it('opens its panels without a violation', async () => {
    const { page, axe } = browser
    for (const name of ['显示设置', '绩效科，甲中心']) {
      await page.getByRole('button', { name }).click()
      expect(await axe()).toEqual([])
      await browser.shot(`panel-${name}`)
      await page.keyboard.press('Escape')
    }
  })

  it('speaks English throughout', async () => {
    const { page } = browser
    await page.goto('/desk')
    await page.getByRole('button', { name: '显示设置' }).click()
    await page.getByText('English', { exact: true }).click()
    await heading('Desk')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.keyboard.press('Escape')
    await browser.shot('desk-english')
    const chinese = () => page.evaluate(() => /[\u4e00-\u9fff]+/.exec(document.body.innerText.replaceAll('甲中心', '').replaceAll('绩效科', ''))?.[0] ?? null)
    // Also what the server had said in Chinese.
    await expect.poll(chinese, { timeout: 20_000 }).toBeNull()
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByText('中文', { exact: true }).click()
    await heading('工作台')
  })

  it('prints the content alone', async () => {
    const { page } = browser
    await page.goto('/help')
    await heading('帮助')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    await browser.shot('help-print')
    await page.emulateMedia({ media: 'screen' })
  })

  it('fits an old notebook at 125 % and 150 %, and any screen at 200 %', async () => {
    const { page } = browser
    await page.goto('/interface')
    await heading('接口说明')
    for (const zoom of [1.25, 1.5, 2]) {
      await page.setViewportSize({ width: Math.floor(1366 / zoom), height: Math.floor(768 / zoom) })
      const cut = await page.evaluate(() => [...document.querySelectorAll('button, a, input, select')].filter((control) => {
        const { right, left, width } = control.getBoundingClientRect()
        return width > 1 && (left < 0 || right > innerWidth + 1) && !control.closest('.tabs, .spoken-only, .skip')
      }).map((control) => control.textContent))
      expect({ zoom, cut, overflow: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) }).toEqual({ zoom, cut: [], overflow: 0 })
      await browser.shot(`zoom-${zoom}`)
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('keeps its controls apart where colours are forced', async () => {
    await browser.page.emulateMedia({ forcedColors: 'active' })
    await browser.page.goto('/desk')
    await heading('工作台')
    await browser.shot('desk-forced-colors')
    await browser.page.emulateMedia({ forcedColors: 'none' })
  })
})

describe('when the session ends', () => {
  it('warns two minutes ahead, asks in place, and what was typed is still there', async () => {
    const { page, context } = browser
    await page.clock.install()
    await page.route('**/api/openapi.json', (route) => route.fulfill({ json: { openapi: '3.1.0', info: {}, paths: { '/api/v1/identity/me': { get: { operationId: 'getMe', tags: ['identity'], responses: {} } } } } }))
    await page.goto('/interface')
    await heading('接口说明')
    await page.getByLabel('筛选接口').fill('identity')
    await page.clock.fastForward('28:30')
    await page.getByRole('dialog', { name: '即将自动退出' }).waitFor()
    await page.clock.runFor(1000)
    await looks('idle-warning')
    await page.getByRole('button', { name: '继续使用' }).click()
    await page.getByRole('dialog', { name: '即将自动退出' }).waitFor({ state: 'hidden' })
    await context.clearCookies()
    await page.clock.fastForward('31:00')
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor()
    await page.clock.runFor(1000)
    await looks('sign-in-again')
    await signIn()
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor({ state: 'hidden' })
    expect(await page.getByLabel('筛选接口').inputValue()).toBe('identity')
    await page.goto('/desk')
    await heading('工作台')
  })

  it('is over when one signs out; a server that is away ends it with the next page', async () => {
    const { page } = browser
    await server.kill()
    try {
      await page.getByRole('button', { name: '绩效科，甲中心' }).click()
      await page.getByRole('button', { name: '退出登录' }).click()
      await heading('登录')
    } finally {
      await server.start()
    }
    // Chromium itself writes into the console that nobody answered: refused, reset or empty, as the kill met each request.
    browser.recorded.console = browser.recorded.console.filter((line) => !line.startsWith('error: Failed to load resource: net::ERR_'))
    await expect.poll(() => page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0)
    await page.goto('/desk')
    await heading('登录')
  })

  it('leaves nothing of the first person to the second', async () => {
    const { page } = browser
    await page.goto('/sign-in')
    await signIn('ld')
    await heading('工作台')
    await page.getByRole('button', { name: `${people.ld.name}，甲中心` }).waitFor()
    expect(await page.getByRole('navigation', { name: '已打开的页面' }).getByRole('link').count()).toBe(1)
    await page.context().clearCookies()
  })
})

describe('when the server cannot be asked', () => {
  it('says so, and goes on once it can', async () => {
    const { page } = browser
    await page.route('**/api/v1/identity/me', (route) => route.abort('connectionrefused'))
    await page.goto('/desk')
    await page.getByText('连不上服务器').first().waitFor()
    await looks('unreachable')
    browser.recorded.console.length = 0
    await page.unroute('**/api/v1/identity/me')
    await page.getByRole('button', { name: '重试' }).click()
    await heading('登录')
  })
})
