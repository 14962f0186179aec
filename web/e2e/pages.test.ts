// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { settled } from './browser'
import { elsewhere, latestRun, nameOf, openPage, pages } from './places'
import { startStage, type Person, type Stage } from './stage'

// Every page of the office with the example year, and what opens over it.
let full: Stage
let officer: Person
let run = ''
beforeAll(async () => {
  full = await startStage()
  officer = await full.as('jixiao')
  run = await latestRun(officer)
})
afterAll(() => full?.stop())
afterEach(() => {
  for (const one of full.browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

const at = (address: string) => address.replace('{run}', run)

it('is asked for every page there is', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url))
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('/pages.ts') && !name.startsWith('app/'))
  const there = files.flatMap((name) => [...readFileSync(`${source}/${name}`, 'utf8').matchAll(/ path: '([^']+)'/g)].map(([, path]) => path))
  expect([...pages.map(({ path }) => path), ...elsewhere].sort()).toEqual(there.sort())
})

describe('with the example year', () => {
  it.each(pages)('$path', async (seen) => {
    await openPage(officer, at(seen.at))
    await officer.looks(`page-${nameOf(seen)}`, ['light', 'dark', 'elder', 'phone'])
  })

  it.each(pages.filter(({ opens }) => opens))('what opens over $path', async (seen) => {
    const { page, dialog } = officer
    for (const [index, name] of (seen.opens ?? []).entries()) {
      await openPage(officer, at(seen.at))
      await page.getByRole('main').getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first().click()
      await dialog().first().waitFor()
      await settled(page)
      await officer.looks(`dialog-${nameOf(seen)}-${index}`, ['light', 'dark'])
    }
  })
})
