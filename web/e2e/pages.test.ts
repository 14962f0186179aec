// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { elsewhere, pages, type Seen } from './places'
import { startStage, type Person, type Stage } from './stage'

// Every page of the office: with the example year, without anything, with what opens over it, and when the server refuses.
let full: Stage
let officer: Person
let run = ''
beforeAll(async () => {
  full = await startStage()
  officer = await full.as('jixiao')
  const runs = await officer.page.evaluate(async () => (await (await fetch('/api/v1/indicators/years/2024/runs')).json()) as { items: { run: string }[] })
  run = runs.items[0]?.run ?? ''
})
afterAll(() => full?.stop())
afterEach(() => {
  for (const one of full.browsers.values()) expect(one.take()).toEqual({ policy: [], console: [], outside: [] })
})

const nameOf = ({ path }: Seen) => path.slice(1).replaceAll(/[/:]+/g, '-')
async function open({ page }: Person, at: string): Promise<void> {
  await page.goto(at.replace('{run}', run))
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

it('is asked for every page there is', () => {
  const source = fileURLToPath(new URL('../src', import.meta.url))
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('/pages.ts') && !name.startsWith('app/'))
  const there = files.flatMap((name) => [...readFileSync(`${source}/${name}`, 'utf8').matchAll(/ path: '([^']+)'/g)].map(([, path]) => path))
  expect([...pages.map(({ path }) => path), ...elsewhere].sort()).toEqual(there.sort())
})

describe('with the example year', () => {
  it.each(pages)('$path', async (seen) => {
    await open(officer, seen.at)
    await officer.looks(`page-${nameOf(seen)}`, ['light', 'dark', 'elder', 'phone'])
  })

  it.each(pages.filter(({ opens }) => opens))('what opens over $path', async (seen) => {
    const { page, dialog } = officer
    for (const [index, name] of (seen.opens ?? []).entries()) {
      await open(officer, seen.at)
      await page.getByRole('main').getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first().click()
      await dialog().first().waitFor()
      await page.waitForLoadState('networkidle')
      await officer.looks(`dialog-${nameOf(seen)}-${index}`, ['light', 'dark'])
    }
  })

  it.each(pages)('$path when the server refuses', async (seen) => {
    const { page } = officer
    const refusal = { type: '', title: '不允许', status: 403, detail: '没有这项权限（示例）', instance: '', code: 'request.not_permitted', trace_id: '0', errors: [] }
    await page.route(/\/api\/v1\/(budget|ledgers|premises|indicators|reports)\//, (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) }))
    await open(officer, seen.at)
    await officer.looks(`refused-${nameOf(seen)}`, ['light'])
    await page.unrouteAll()
  })
})

describe('in a unit that has just begun', () => {
  let begun: Stage
  beforeAll(async () => {
    begun = await startStage('empty')
  })
  afterAll(() => begun?.stop())

  it.each(pages.filter(({ empty }) => empty !== null))('$path', async (seen) => {
    const person = await begun.as('jixiao')
    await open(person, seen.empty ?? seen.at)
    await person.looks(`empty-${nameOf(seen)}`, ['light', 'dark'])
    expect(person.browser.take()).toEqual({ policy: [], console: [], outside: [] })
  })
})
