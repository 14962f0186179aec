// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { chineseInFrame, dataOf, rawKeys, speak } from './english'
import { goWithin, pages } from './places'
import { startStage, type Person, type Stage } from './stage'

// Every page of the office in English: no Chinese in what the program says, no key without words. What people wrote stays
// as they wrote it; the description of the interface (/interface) speaks of keys and of words in files. The pages of the administrators are asked the same in administrators.test.ts.
const more = ['/budget/comparison?before=2023&after=2024', '/check', '/closing/months?year=2024', '/closing/roll-over?to=2025', '/account', '/jobs', '/status', '/help']
const year = '/api/v1/indicators/years/2024'
const records = ['/api/v1/identity/me', '/api/v1/ledgers', '/api/v1/ledgers/培训演练台账', '/api/v1/meetings/rooms', '/api/v1/meetings/bookings?from=2024-11-01&until=2024-11-30&limit=200', '/api/v1/meetings/bookings/S01-2024-0001', '/api/v1/meetings/statistics?from=2024-01-01&until=2024-12-31', '/api/v1/repairs/equipment', '/api/v1/repairs/orders?limit=200', '/api/v1/repairs/orders/BX2024-0001', `${year}/targets`, `${year}/desk`, '/api/v1/premises/buildings/FC2024-01', '/api/v1/premises/parcels/TD2024-01', '/api/v1/premises/campaigns', '/api/v1/premises/campaigns/TY2024', '/api/v1/allocations/standards', '/api/v1/budget/years/2024/lines', '/api/v1/budget/years/2024/documents', '/api/v1/reports/years/2024/sections', '/api/v1/reports/years/2024/preview']

let stage: Stage
let officer: Person
let run = ''
let data: string[] = []
beforeAll(async () => {
  stage = await startStage()
  officer = await stage.as('jixiao')
  const runs = await officer.page.evaluate(async (address) => (await (await fetch(address)).json()) as { items: { run: string }[] }, `${year}/runs`)
  run = runs.items[0]?.run ?? ''
  data = await dataOf(officer.page, [...records, `/api/v1/indicators/runs/${run}/facts/Z03/records?limit=1`])
  await speak(officer.page, 'English')
})
afterAll(() => stage?.stop())
afterEach(() => expect(officer.browser.take()).toEqual({ policy: [], console: [], outside: [] }))

it.each([...pages.map(({ at }) => at), ...more])('%s', async (at) => {
  const { page } = officer
  await goWithin(officer, at.replace('{run}', run))
  await officer.browser.shot(`english-${at.slice(1).replaceAll(/[/:?=&{}]+/g, '-')}`)
  expect({ chinese: await chineseInFrame(page, data), keys: await rawKeys(page) }).toEqual({ chinese: [], keys: [] })
})
