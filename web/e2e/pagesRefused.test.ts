// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { goWithin, latestRun, nameOf, openPage, pages } from './places'
import { startStage, type Person, type Stage } from './stage'

// Every page of the office when the server refuses.
let full: Stage
let officer: Person
let run = ''
beforeAll(async () => {
  full = await startStage()
  officer = await full.as('jixiao')
  run = await latestRun(officer)
  const refusal = { type: '', title: '不允许', status: 403, detail: '没有这项权限（示例）', instance: '', code: 'request.not_permitted', trace_id: '0', errors: [] }
  await officer.page.route(/\/api\/v1\/(budget|ledgers|premises|allocations|holdings|meetings|repairs|surveys|indicators|reports)\//, (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refusal) }))
  await openPage(officer, '/desk') // nothing is left of what was answered before
})
afterAll(() => full?.stop())
afterEach(() => expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] }))

it.each(pages)('$path when the server refuses', async (seen) => {
  await goWithin(officer, seen.at.replace('{run}', run))
  await officer.looks(`refused-${nameOf(seen)}`, ['light'])
})
