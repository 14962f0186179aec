// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page, type Request } from 'playwright-core'

declare global {
  interface Window {
    axe: { run: (context: unknown, options: unknown) => Promise<{ violations: AxeViolation[] }> }
  }
}
interface AxeViolation {
  id: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// What the colours of a look and the size of its letters can break; everything else is the same in all of them.
const rulesOfAppearance = ['color-contrast', 'link-in-text-block', 'target-size']
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What must not happen on any page: each is a line of text. */
export interface Recorded {
  policy: string[]
  console: string[]
  outside: string[]
}

export interface Browser {
  page: Page
  context: BrowserContext
  recorded: Recorded
  /** What was recorded since it was asked the last time: a test answers for itself alone. */
  take: () => Recorded
  /** Violations of WCAG 2.0 to 2.2, A and AA, on what is shown now: of all rules, or of those that ask how it looks. */
  axe: (which?: 'all' | 'appearance') => Promise<string[]>
  /** The pixels of an element as they are shown. */
  pixels: (selector: string) => Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  /** A picture into the folder SHOTS, when that is set. */
  shot: (name: string) => Promise<void>
  close: () => Promise<void>
}

// No name but that of this machine is found: nothing leaves it, whatever a page asks for.
const flags = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-3d-apis']

async function record(context: BrowserContext, recorded: Recorded): Promise<void> {
  await context.exposeBinding('reportPolicy', (_, line: string) => void recorded.policy.push(line))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportPolicy: (line: string) => void }).reportPolicy
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
}

/** Requests are watched and not routed through here: routing would turn the browser's cache off, and every page loads anew then. */
function watchRequests(context: BrowserContext, origin: string, recorded: Recorded): void {
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:') recorded.outside.push(request.url())
  })
}

/** Chromium writes every 4xx into the console; an answer of the interface is a refusal that the page shows. */
function isRefusal(text: string, url: string): boolean {
  return text.startsWith('Failed to load resource: the server responded with a status of 4') && new URL(url).pathname.startsWith('/api/')
}

const asking = new WeakMap<Page, Set<Request>>()
function count(page: Page): void {
  const open = new Set<Request>()
  asking.set(page, open)
  page.on('request', (request) => void (request.resourceType() !== 'eventsource' && open.add(request)))
  const ended = (request: Request) => void open.delete(request)
  page.on('requestfinished', ended).on('requestfailed', ended)
}

/** Until the page has asked for nothing during three frames: what an answer sets off, it asks for within the next. */
export async function settled(page: Page): Promise<void> {
  const open = asking.get(page) ?? new Set()
  for (let quiet = 0; quiet < 3; quiet = open.size === 0 ? quiet + 1 : 0) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  }
}

function listen(page: Page, recorded: Recorded): void {
  count(page)
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (!isRefusal(message.text(), message.location().url || page.url())) recorded.console.push(`${message.type()}: ${message.text()} ${message.location().url}`)
  })
  // “Leave this page?” of the browser: yes, the tests go on.
  page.on('dialog', (dialog) => void dialog.accept())
  page.on('pageerror', (error) => recorded.console.push(`uncaught: ${error.message}`))
}

export async function openBrowser(origin: string, view = { width: 1366, height: 768 }): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'mingji-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
    viewport: view,
    baseURL: origin,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Nothing is looked at half way through a transition.
    reducedMotion: 'reduce',
  })
  const recorded: Recorded = { policy: [], console: [], outside: [] }
  await record(context, recorded)
  watchRequests(context, origin, recorded)
  const page = context.pages()[0] ?? (await context.newPage())
  listen(page, recorded)
  context.on('page', (next) => listen(next, recorded))
  return {
    page,
    context,
    recorded,
    take() {
      const { policy, console, outside } = recorded
      Object.assign(recorded, { policy: [], console: [], outside: [] })
      return { policy, console, outside }
    },
    async axe(which = 'all') {
      // Through the debugger and not as a script of the page: the policy stays as strict as it is.
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
      const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }), which === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: rulesOfAppearance })
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`))
    },
    async pixels(selector) {
      const picture = (await page.locator(selector).screenshot()).toString('base64')
      const { width, height, data } = await page.evaluate(async (base64) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
        if (!context) throw new Error('no canvas')
        context.drawImage(bitmap, 0, 0)
        const shown = context.getImageData(0, 0, bitmap.width, bitmap.height)
        return { width: shown.width, height: shown.height, data: [...shown.data] }
      }, picture)
      return { width, height, data: Uint8ClampedArray.from(data) }
    },
    async shot(name) {
      if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) })
    },
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
