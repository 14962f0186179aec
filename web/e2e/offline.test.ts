// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { startLine, type Line } from './line'
import { startStage, type Person, type Stage } from './stage'

// A checklist on a phone whose line to the server is cut: it opens again, says of when it is, and goes when it has to go.
let stage: Stage
let line: Line
let officer: Person
const numbers: Record<string, string> = {}
/** A Monday that is still to come. */
const now = new Date(Date.now() + 8 * 3_600_000)
const day = new Date(now.getTime() + (((8 - now.getUTCDay()) % 7) + 7) * 86_400_000).toISOString().slice(0, 10)
const checks = (title: string) => `/meetings/bookings/${encodeURIComponent(numbers[title] ?? '')}/checks`
const item = (index: number) => officer.page.locator('[data-stage=before] [data-item]').nth(index)
const copy = () => officer.page.locator('[data-copy]')
const copies = () => officer.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mingji.copy.')))
/** What the workers of the pages keep, by the name of the store. */
const caches_ = () => officer.page.evaluate(async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)] as const))))

/** Opened with the line whole, until the page says that it opens again without. */
async function openKept(title: string): Promise<void> {
  await officer.open(checks(title), `检查单：${title}`)
  await officer.page.locator('[data-kept=true]').waitFor()
}
async function signIn(): Promise<void> {
  const { page } = officer
  await page.goto('/sign-in?to=/desk')
  await page.getByLabel(/^登录名/).fill('jixiao')
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(stage.server.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await officer.heading('工作台')
}
async function signOut(): Promise<void> {
  await officer.page.getByRole('button', { name: /^绩效科/ }).click()
  await officer.page.getByRole('button', { name: '退出登录' }).click()
}
/** In a tab of its own: where a browser shows its own page of what went wrong, it goes there after the test went on. */
async function reached(path: string): Promise<boolean> {
  const tab = await officer.browser.context.newPage()
  const isThere = await tab.goto(path).then(() => true, () => false)
  await tab.close()
  return isThere
}

beforeAll(async () => {
  stage = await startStage('empty', async (front) => (line = await startLine(front)))
  officer = await stage.as('jixiao')
  const opening = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00', closed_days: [] }
  await officer.post('/api/v1/meetings/rooms', { code: 'A01', name: '示例一号', area: '', seats: 40, equipment: [], layouts: [], opening, needs_approval: false, is_active: true })
  for (const [index, title] of ['示例会', '示例二会', '示例密会'].entries()) {
    const asked = { room: 'A01', from: `${day}T${10 + index}:00:00+08:00`, until: `${day}T${11 + index}:00:00+08:00`, title, kind: '示例工作会议', host: '示例科', attendees: 10, is_confidential: title === '示例密会' }
    numbers[title] = (await officer.post<{ items: { number: string }[] }>('/api/v1/meetings/bookings', asked)).items[0]?.number ?? ''
  }
})
afterAll(() => stage?.stop())
beforeEach(() => officer.page.setViewportSize({ width: 360, height: 640 }))
afterEach(async () => {
  Object.assign(line, { isCut: false, upgrade: null })
  const { policy, outside } = officer.browser.take()
  // The console says that the line was cut; what the policy forbids and what goes elsewhere is wrong here too.
  expect({ policy, outside }).toEqual({ policy: [], outside: [] })
})

describe('a checklist whose line is cut', () => {
  it('opens again as it was, takes ticks, and sends them once when the line is back', async () => {
    const { page } = officer
    await openKept('示例会')
    await item(0).getByRole('button', { name: /：正常$/ }).click()
    await item(0).getByText('jixiao').waitFor()
    line.isCut = true
    await page.reload()
    await officer.heading('检查单：示例会')
    await copy().filter({ hasText: /离线，内容为 \d\d:\d\d 的/ }).waitFor()
    await item(0).getByText('jixiao').waitFor()
    await item(1).getByRole('button', { name: /：正常$/ }).click()
    await page.locator('[data-tick-state]').filter({ hasText: '1 项待发送' }).waitFor()
    await officer.looks('offline-checks', ['light', 'dark', 'elder', 'phone'])
    await page.setViewportSize({ width: 360, height: 640 })
    await page.reload()
    await page.locator('[data-tick-state]').filter({ hasText: '1 项待发送' }).waitFor()
    line.isCut = false
    // What waits may have gone by itself in this moment, and the copy with it.
    await copy().getByRole('button').evaluateAll((buttons) => buttons.forEach((one) => (one as HTMLElement).click()))
    await item(1).getByText('jixiao').waitFor()
    await copy().waitFor({ state: 'detached' })
    const { stages } = await page.evaluate(async (address) => (await (await fetch(address)).json()) as { stages: { stage: string; answered: number; items: { earlier: unknown[] }[] }[] }, `/api/v1/meetings/bookings/${numbers['示例会']}/service/stages`)
    const before = stages.find(({ stage: name }) => name === 'before')
    expect([before?.answered, before?.items.flatMap(({ earlier }) => earlier)]).toEqual([2, []])
  })

  it('keeps files of the application and nothing that the interface said', async () => {
    await openKept('示例会')
    const kept = await caches_()
    expect(Object.keys(kept)).toEqual([`page ${checks('示例会')}`])
    const paths = Object.values(kept).flat()
    expect(paths.filter((path) => !/^\/(assets\/[^/]+\.(js|css)|opening\.css|icon\.svg)$/.test(path))).toEqual([checks('示例会')])
    expect(await copies()).toEqual(['mingji.copy.meetings.checks'])
  })

  it('opens no other page: the worker answers for this one alone', async () => {
    await openKept('示例会')
    line.isCut = true
    expect([await reached('/desk'), await reached(checks('示例会').replace('/checks', '')), await reached(`${checks('示例会')}x`), await reached(checks('示例会'))]).toEqual([false, false, false, true])
  })

  it('of another meeting takes its place', async () => {
    await openKept('示例会')
    await openKept('示例二会')
    line.isCut = true
    expect([await reached(checks('示例会')), await reached(checks('示例二会'))]).toEqual([false, true])
    await officer.page.reload()
    await copy().waitFor()
  })

  it('of a confidential meeting is not kept', async () => {
    await officer.open(checks('示例密会'), '检查单：示例密会')
    await officer.page.locator('[data-stage=secrecy]').waitFor()
    await settled(officer.page)
    // Neither is what was kept of another one lost by it.
    expect(await officer.page.evaluate(() => localStorage.getItem('mingji.copy.meetings.checks')?.includes('示例密会'))).toBe(false)
    expect(await officer.page.locator('[data-kept]').count()).toBe(0)
    line.isCut = true
    expect(await reached(checks('示例密会'))).toBe(false)
  })
})

describe('an upgrade', () => {
  const mark = () => officer.page.locator('meta[name=upgraded]').count()
  it('is seen on the next load, and what was kept before is replaced', async () => {
    const { page } = officer
    await openKept('示例会')
    expect((await caches_())[`page ${checks('示例会')}`]).toContain('/icon.svg')
    // The new program has another page, made of other files.
    line.upgrade = (path, text) => (path === '/kept-pages.json' ? text.replaceAll('"/icon.svg",', '') : text.replace('<title>', '<meta name="upgraded"><title>'))
    await page.reload()
    await officer.heading('检查单：示例会')
    expect(await mark()).toBe(1)
    await page.locator('[data-kept=true]').waitFor()
    await expect.poll(async () => (await caches_())[`page ${checks('示例会')}`]?.includes('/icon.svg')).toBe(false)
    line.isCut = true
    await page.reload()
    await copy().waitFor()
    expect(await mark()).toBe(1)
  })

  it('whose files are not all there leaves what was kept', async () => {
    const { page } = officer
    await openKept('示例会')
    line.upgrade = (path, text) => (path === '/kept-pages.json' ? text.replaceAll('"/icon.svg"', '"/assets/gone.js"') : text)
    await page.reload()
    await page.locator('[data-kept=true]').waitFor()
    line.isCut = true
    await page.reload()
    await copy().waitFor()
  })
})

describe('whoever signs out', () => {
  it('leaves no copy: the page opens and shows nothing of the meeting', async () => {
    const { page } = officer
    await openKept('示例会')
    expect(await copies()).toHaveLength(1)
    await signOut()
    await page.getByLabel(/^登录名/).waitFor()
    await expect.poll(copies, { timeout: 15_000 }).toEqual([])
    line.isCut = true
    await page.goto(checks('示例会'))
    await officer.heading('会务检查单')
    await page.getByRole('alert').first().waitFor()
    expect(await page.locator('[data-stage]').count()).toBe(0)
    line.isCut = false
    await signIn()
  })

  it('without a line leaves none at once, and their session ends when the line is back', async () => {
    const { page } = officer
    const asked = () => page.evaluate(async () => (await fetch('/api/v1/identity/me')).status)
    await openKept('示例会')
    line.isCut = true
    await signOut()
    await page.getByLabel(/^登录名/).waitFor()
    await expect.poll(copies).toEqual([])
    line.isCut = false
    expect(await asked()).toBe(200)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect.poll(asked).toBe(401)
    await signIn()
    // Nothing is left to be ended: who signs in stays.
    await officer.open('/desk', '工作台')
    expect(await asked()).toBe(200)
  })

  it('without a line and closes the page: the next page ends the session first', async () => {
    const { page } = officer
    await openKept('示例会')
    line.isCut = true
    await signOut()
    await page.getByLabel(/^登录名/).waitFor()
    await page.goto('about:blank')
    line.isCut = false
    await page.goto('/desk')
    await page.getByLabel(/^登录名/).waitFor()
    await signIn()
  })

  it('somebody else finds none of theirs', async () => {
    await openKept('示例会')
    await officer.page.evaluate(() => localStorage.setItem('mingji.copy.meetings.checks', (localStorage.getItem('mingji.copy.meetings.checks') ?? '').replace(/"person":"[^"]*"/, '"person":"other"')))
    await officer.open('/desk', '工作台')
    expect(await copies()).toEqual([])
  })
})
