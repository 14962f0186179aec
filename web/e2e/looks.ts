// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest'
import type { Browser } from './browser'

/** axe and a picture in every look; the page stays in its ordinary one. */
export async function looks({ page, axe, shot }: Browser, name: string): Promise<void> {
  const found: Record<string, string[]> = {}
  const look = async (which: string, classes: string) => {
    await page.evaluate((list) => (document.documentElement.className = list), classes)
    found[which] = await axe()
    await shot(`${name}-${which}`)
  }
  await look('light', '')
  await look('dark', 'dark')
  await look('elder', 'elder')
  await look('elder-dark', 'elder dark')
  await page.setViewportSize({ width: 360, height: 640 })
  await look('phone', '')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.setViewportSize({ width: 1366, height: 768 })
  expect({ ...found, overflow }).toEqual({ light: [], dark: [], elder: [], 'elder-dark': [], phone: [], overflow: 0 })
}
