// SPDX-License-Identifier: Apache-2.0
import { openBrowser, settled, type Browser } from './browser'
import { startFront, type Front } from './front'
import { looks as everyLook, type Look } from './looks'
import { startServer, type Account, type Server } from './server'

/** The example year, or nothing yet, on a server of its own, and a browser for each person who comes to it. */
export interface Stage {
  server: Server
  front: Front
  browsers: Map<Account, Browser>
  /** The browser of the person, signed in. */
  as: (account: Account) => Promise<Person>
  stop: () => Promise<void>
}
export type Person = ReturnType<typeof personIn>

/** What the journeys do in a browser again and again. */
function personIn(browser: Browser) {
  const { page } = browser
  const heading = (name: string) => page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
  return {
    browser,
    page,
    heading,
    dialog: (name?: string) => page.getByRole('dialog', name === undefined ? {} : { name }),
    row: (text: string) => page.getByRole('row').filter({ hasText: text }),
    /** What a page would send for this person: how things come to be there that a test is not about. */
    async post<T = unknown>(path: string, body: object): Promise<T> {
      const answer = await page.evaluate(async ([address, content]) => {
        const { csrf_token } = (await (await fetch('/api/v1/identity/me')).json()) as { csrf_token: string }
        const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf_token, 'idempotency-key': crypto.randomUUID() }
        const said = await fetch(address, { method: 'POST', headers, body: content })
        return { isDone: said.ok, text: await said.text() }
      }, [path, JSON.stringify(body)] as const)
      if (!answer.isDone) throw new Error(`${path}: ${answer.text}`)
      return JSON.parse(answer.text) as T
    },
    looks: (name: string, which?: readonly Look[]) => everyLook(browser, name, which),
    async open(path: string, name: string): Promise<void> {
      await page.goto(path)
      await heading(name)
      await settled(page)
    },
  }
}

/** `between` may put something of a test's own between the browsers and the application. */
export async function startStage(content: 'empty' | 'example' = 'example', between: (front: Front) => Promise<Front> = (front) => Promise.resolve(front)): Promise<Stage> {
  const server = await startServer(content)
  const front = await between(await startFront(server.origin))
  const browsers = new Map<Account, Browser>()
  async function signedIn(account: Account): Promise<Browser> {
    const browser = await openBrowser(front.origin)
    browsers.set(account, browser)
    const { page } = browser
    await page.goto('/sign-in?to=/desk')
    await page.getByLabel(/^登录名/).fill(account)
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(server.password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '工作台', level: 1 }).waitFor()
    return browser
  }
  return {
    server,
    front,
    browsers,
    as: async (account) => personIn(browsers.get(account) ?? (await signedIn(account))),
    async stop() {
      for (const browser of browsers.values()) await browser.close()
      await front.stop()
      await server.stop()
    },
  }
}
