// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openBrowser, type Browser } from './browser'
import { startFront, type Front } from './front'
import { looks } from './looks'
import { startServer, type Server } from './server'

// The map in a real browser without a graphics card, under the server's own policy.
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

const map = () => browser.page.getByRole('application')
const chosen = () => browser.page.locator('output').first().innerText()
const opened = () => browser.page.locator('output').last().innerText()
async function open(buildings: number): Promise<number> {
  const { page } = browser
  await page.goto(`/specimens/map?buildings=${buildings}`)
  await page.locator('[data-drawn-ms]').waitFor()
  return Number(await map().getAttribute('data-drawn-ms'))
}
/** How many different colours a picture of the map has: nothing drawn has one. Counted in the browser: a picture is millions of numbers. */
async function colours(): Promise<number> {
  const picture = (await map().screenshot()).toString('base64')
  return browser.page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    return new Set(new Uint32Array(context?.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer ?? new ArrayBuffer(0))).size
  }, picture)
}
/** Whether a colour is in the picture, as it is and not mixed with another. */
async function hasColour(colour: readonly [number, number, number]): Promise<boolean> {
  const picture = (await map().screenshot()).toString('base64')
  return browser.page.evaluate(async ([base64, [red, green, blue]]) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
    for (let at = 0; at < data.length; at += 4) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return true
    return false
  }, [picture, colour] as const)
}
const box = async () => (await map().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

it('draws outlines with their patterns, in every look', async () => {
  await open(20)
  expect(await colours()).toBeGreaterThan(20)
  await looks(browser, 'specimen-map')
})

it('is drawn anew for the dark', async () => {
  const { page } = browser
  const [light, dark] = [[0x2b, 0x6e, 0x12], [0x8f, 0xcf, 0x74]] as const
  await open(20)
  expect([await hasColour(light), await hasColour(dark)]).toEqual([true, false])
  await page.evaluate(() => localStorage.setItem('mingji.settings', JSON.stringify({ isDark: true })))
  await open(20)
  expect([await hasColour(light), await hasColour(dark)]).toEqual([false, true])
  expect(await browser.axe()).toEqual([])
  await browser.shot('specimen-map-truly-dark')
  await page.evaluate(() => localStorage.removeItem('mingji.settings'))
})

it('chooses in the list what is chosen on it, and on it what is chosen in the list', async () => {
  const { page } = browser
  await open(1)
  const { x, y, width, height } = await box()
  await page.mouse.click(x + width / 2, y + height / 2)
  expect(await chosen()).toBe('p0')
  await page.getByRole('listbox').focus()
  await page.keyboard.press('End')
  expect(await chosen()).toBe('b0')
  expect(await page.getByRole('option', { selected: true }).innerText()).toBe('示例楼1')
  await page.keyboard.press('Enter')
  expect(await opened()).toBe('b0')
})

it('opens at the second press what the first one chose', async () => {
  const { page } = browser
  await open(1)
  const { x, y, width, height } = await box()
  await page.mouse.click(x + width / 2, y + height / 2)
  expect(await opened()).toBe('')
  await page.mouse.click(x + width / 2, y + height / 2)
  expect(await opened()).toBe('p0')
})

it('moves and measures by keyboard alone', async () => {
  const { page } = browser
  await open(1)
  await page.getByRole('button', { name: '量面积' }).click()
  await map().focus()
  const step = async (key: string, points: number) => {
    const before = await map().screenshot()
    await page.keyboard.press(key)
    await expect.poll(async () => before.equals(await map().screenshot())).toBe(false)
    await page.keyboard.press('Enter')
    if (points < 3) await page.getByText(`已取 ${points} 点`).waitFor()
  }
  await page.keyboard.press('Enter')
  await page.getByText('已取 1 点').waitFor()
  await step('ArrowRight', 2)
  await step('ArrowDown', 3)
  const says = await page.getByRole('status').first().innerText()
  expect(says).toMatch(/^面积 [\d,]+\.\d\d 平方米，周长 [\d,]+\.\d\d 米$/)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('button', { name: '结束量取' }).count()).toBe(0)
})

it('shows these alone when a number of the legend is pressed', async () => {
  const { page } = browser
  await open(20)
  const all = await colours()
  await page.getByRole('button', { name: /^未登记/ }).click()
  await expect.poll(() => page.getByRole('option').count()).toBe(5)
  await expect.poll(colours).toBeLessThan(all)
})

it('draws five thousand buildings', async () => {
  const times: number[] = []
  for (let round = 0; round < 5; ++round) times.push(await open(5000))
  // Written down, not asserted: how fast depends on what else the machine does.
  console.log(`5,000 buildings and 1,250 parcels, from outlines to picture: ${times.join(', ')} ms`)
  expect(await colours()).toBeGreaterThan(5)
  expect(await browser.page.getByRole('option').count()).toBeLessThan(100)
  await browser.shot('specimen-map-5000')
})
