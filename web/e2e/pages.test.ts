// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startStage, type Person, type Stage } from './stage'

// Every page that a person of the office opens: with the example year, without anything, with what opens over it, and when
// the server refuses. Pages of the administrators and those before the sign-in are in administrators.test.ts and
// shell.test.ts.
const elsewhere = ['/budget/comparison', '/check', '/check/:report', '/closing/months', '/closing/roll-over', '/sign-in', '/set-up', '/account', '/organisations', '/people', '/grants', '/roles', '/sessions', '/audit', '/backups', '/jobs', '/status', '/help', '/interface']

interface Seen {
  /** As it is written in src/*\/pages.ts. */
  path: string
  at: string
  /** What opens over the page: a button by its name. */
  opens?: (RegExp | string)[]
  /** An address that has nothing to show in a unit that has just begun; null where the page needs something to be about. */
  empty?: string | null
}
const year = '?year=2024'
const figure = /，打开来源记录$/
const pages: Seen[] = [
  { path: '/desk', at: `/desk${year}`, opens: [figure] },
  { path: '/desk/what-if', at: `/desk/what-if${year}` },
  { path: '/budget/execution', at: `/budget/execution${year}`, opens: [figure] },
  { path: '/budget/lines', at: `/budget/lines${year}`, opens: ['新增项目', '打开年度', figure] },
  { path: '/budget/documents', at: `/budget/documents${year}`, opens: [/^示例财预/] },
  { path: '/budget/documents/new', at: `/budget/documents/new${year}` },
  { path: '/budget/contracts', at: `/budget/contracts${year}`, opens: [figure] },
  { path: '/budget/contracts/new', at: `/budget/contracts/new${year}` },
  { path: '/budget/payments', at: `/budget/payments${year}`, opens: [/^记-|^示例-|^\d/] },
  { path: '/budget/payments/new', at: `/budget/payments/new${year}` },
  { path: '/budget/findings', at: `/budget/findings${year}` },
  { path: '/budget/import', at: `/budget/import${year}` },
  { path: '/ledgers', at: '/ledgers' },
  { path: '/ledgers/declare', at: '/ledgers/declare' },
  { path: '/ledgers/register/:ledger', at: '/ledgers/register/会议台账', opens: [/^HY2024-0001/], empty: null },
  { path: '/ledgers/register/:ledger/columns', at: '/ledgers/register/会议台账/columns', empty: null },
  { path: '/ledgers/register/:ledger/import', at: '/ledgers/register/会议台账/import', empty: null },
  { path: '/indicators', at: `/indicators${year}` },
  { path: '/indicators/grid', at: `/indicators/grid${year}` },
  { path: '/indicators/revisions', at: `/indicators/revisions${year}` },
  { path: '/indicators/revisions/new', at: `/indicators/revisions/new${year}` },
  { path: '/indicators/measures', at: `/indicators/measures${year}&code=Z03`, empty: `/indicators/measures${year}` },
  { path: '/indicators/import', at: `/indicators/import${year}` },
  { path: '/indicators/facts/:run/:code', at: '/indicators/facts/{run}/Z03', empty: null },
  { path: '/self-evaluation', at: `/self-evaluation${year}&code=Z03`, opens: ['评价', figure], empty: `/self-evaluation${year}` },
  { path: '/self-evaluation/runs', at: `/self-evaluation/runs${year}`, opens: ['评价'] },
  { path: '/self-evaluation/runs/:run', at: '/self-evaluation/runs/{run}', empty: null },
  { path: '/self-evaluation/comparison', at: '/self-evaluation/comparison', empty: '/self-evaluation/comparison' },
  { path: '/reports', at: `/reports${year}`, opens: ['生成文件', figure] },
]

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
    await page.route(/\/api\/v1\/(budget|ledgers|indicators|reports)\//, (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) }))
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
