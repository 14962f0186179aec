// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, it } from 'vitest'
import { goWithin, nameOf, pages } from './places'
import { startStage, type Stage } from './stage'

// Every page of the office in a unit that has just begun.
let begun: Stage
beforeAll(async () => {
  begun = await startStage('empty')
})
afterAll(() => begun?.stop())

it.each(pages.filter(({ empty }) => empty !== null))('$path', async (seen) => {
  const person = await begun.as('jixiao')
  await goWithin(person, seen.empty ?? seen.at)
  await person.looks(`empty-${nameOf(seen)}`, ['light', 'dark'])
  expect(person.browser.take()).toEqual({ policy: [], console: [], outside: [] })
})
