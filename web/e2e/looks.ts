// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest'
import type { Browser } from './browser'

const classes = { light: '', dark: 'dark', elder: 'elder', 'elder-dark': 'elder dark', phone: '' } as const
export type Look = keyof typeof classes
const every = Object.keys(classes) as Look[]

/** By how much the page is wider than the window once it has settled: tables follow a new width some frames later. */
async function tooWide(page: Browser['page']): Promise<number> {
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, null, { timeout: 3_000 }).catch(() => null)
  return page.evaluate(over)
}

/** axe and a picture in every look, or in those named; nothing wider than the page. The page ends in its ordinary look. */
export async function looks({ page, axe, shot }: Browser, name: string, looked: readonly Look[] = every): Promise<void> {
  const found: Record<string, string[]> = {}
  const [first] = looked
  for (const look of looked) {
    if (look === 'phone') await page.setViewportSize({ width: 360, height: 640 })
    await page.evaluate((list) => (document.documentElement.className = list), classes[look])
    const wide = await tooWide(page)
    // A phone hides the menu and folds tables: there, and in the first look, every rule is asked.
    const which = look === 'phone' || look === first ? 'all' : 'appearance'
    found[look] = [...(await axe(which)), ...(wide > 0 ? [`${wide} px too wide`] : [])]
    await shot(`${name}-${look}`)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.evaluate(() => (document.documentElement.className = ''))
  expect(found).toEqual(Object.fromEntries(looked.map((look) => [look, []])))
}
