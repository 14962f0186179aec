// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, expect, it } from 'vitest'
import { settled } from './browser'
import { startStage, type Person, type Stage } from './stage'

// Times are printed, never judged: fifty rooms and a week of seven meetings a day in each, from the click to the last of them painted.
const rooms = 50
const hours = 7
const rounds = 9
const week = Array.from({ length: 7 }, (_, day) => new Date(Date.now() + (((8 - new Date().getUTCDay()) % 7) + 7 + day) * 86_400_000).toISOString().slice(0, 10))

let stage: Stage
let officer: Person

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
})
afterAll(() => stage?.stop())

async function furnish(): Promise<void> {
  const opening = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00', closed_days: [] }
  for (let room = 0; room < rooms; ++room) {
    const code = `R${String(room).padStart(2, '0')}`
    await officer.post('/api/v1/meetings/rooms', { code, name: `示例会议室${code}`, area: '示例楼', seats: 20, equipment: ['投影'], layouts: [], opening, needs_approval: false, is_active: true })
    const wanted = week.flatMap((day) => Array.from({ length: hours }, (_, at) => ({ room: code, from: `${day}T${String(9 + at).padStart(2, '0')}:00:00+08:00`, until: `${day}T${String(9 + at).padStart(2, '0')}:45:00+08:00`, title: `示例会议 ${at + 1}`, kind: '示例工作会议', host: '示例科', attendees: 10 })))
    await Promise.all(wanted.map((booking) => officer.post('/api/v1/meetings/bookings', booking)))
  }
}

/** From the click on something to the frame behind the last change of the page that makes it whole. */
function untilWhole(link: string, blocks: number): Promise<number> {
  return officer.page.evaluate(([wanted, count]) => new Promise<number>((resolve) => {
    const isWhole = () => document.querySelectorAll('[data-grid="week"] [data-booking]').length === count
    const begin = performance.now()
    const watch = new MutationObserver(() => {
      if (!isWhole()) return
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)))
    })
    watch.observe(document.body, { childList: true, subtree: true })
    document.querySelector<HTMLElement>(wanted)?.click()
  }), [link, blocks] as const)
}

const sorted = (times: number[]) => [...times].sort((a, b) => a - b).map((each) => Math.round(each))

it('the week of fifty rooms', async () => {
  await furnish()
  const { page } = officer
  const times: number[] = []
  for (let round = 0; round < rounds; ++round) {
    await officer.open(`/meetings/timeline?view=day&day=${week[0] ?? ''}`, '会议室时间轴')
    await settled(page)
    times.push(await untilWhole('.views button', rooms * hours * week.length))
  }
  const all = sorted(times)
  console.log(`${rooms} rooms, ${rooms * hours * week.length} meetings, ms from the click to the whole week painted: median ${all[Math.floor(rounds / 2)] ?? ''}, best ${all[0] ?? ''}, worst ${all.at(-1) ?? ''}`)
  expect(all).toHaveLength(rounds)
})
