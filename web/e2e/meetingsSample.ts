// SPDX-License-Identifier: Apache-2.0
import type { Page, Route } from 'playwright-core'
import type { components } from '../src/shared/api.gen'

// Sample answers of the interface of meetings: rooms and bookings that are made up here, and what becomes of them when somebody books, moves or
// decides. What the server itself makes of them is tested where the server is.
type Schema = components['schemas']
type Booking = Schema['Booking']
type Step = Pick<Booking, 'room' | 'from' | 'until'>

export const day = '2027-03-01'
/** 2027-03-01T01:00:00Z of nine o'clock in Beijing. */
export const at = (clock: string, on = day) => `${new Date(Date.parse(`${on}T${clock}:00+08:00`)).toISOString().slice(0, 19)}Z`
const later = (instant: string, days: number) => `${new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 19)}Z`
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
const overlap = (a: Step, b: Step) => a.room === b.room && a.from < b.until && b.from < a.until
const holds = ({ state }: Booking) => state === 'approved' || state === 'held'
const open = (booking: Booking) => holds(booking) || booking.state === 'pending'

function room(code: string, name: string, seats: number, needs_approval: boolean): Schema['MeetingRoom'] {
  const opening = { weekdays: [1, 2, 3, 4, 5], from: '08:00', until: '18:00', closed_days: [] }
  return { code, name, area: '示例东区', seats, equipment: ['投影（示例）'], layouts: ['课桌式（示例）'], opening, needs_approval, is_active: true, note: null, version: 1 }
}

export function sampleMeetings() {
  const rooms = [room('A01', '示例一号会议室', 40, false), room('A02', '示例二号会议室', 60, false), room('B01', '示例三号会议室', 20, true)]
  const bookings: (Booking & { account: string })[] = []
  /** What was sent with every change. */
  const sent: { path: string; body: Record<string, unknown> }[] = []

  function add(account: string, at_: Step, more: Partial<Booking> = {}): Booking {
    const number = `HY-${String(bookings.length + 1).padStart(4, '0')}`
    const named = rooms.find(({ code }) => code === at_.room)
    const booking = {
      number, ...at_, room_name: named?.name ?? null, venue: null, state: named?.needs_approval ? 'pending' : 'approved', title: `示例会议${number}`, kind: '示例工作会议', host: '示例科', attendees: 12, layout: null, equipment: [], is_confidential: false,
      is_own: false, is_clashing: false, may_move: true, series: null, asked_by: '示例申请人', asked_at: at('08:00', '2027-02-01'), reason: null, note: null, version: 1, account, ...more,
    } as Booking & { account: string }
    bookings.push(booking)
    return booking
  }
  const clashesOf = (step: Step, but = '') => bookings.filter((other) => other.number !== but && open(other) && overlap(other, step))
  const clash = ({ number, from, until, state, title, host, is_confidential }: Booking): Schema['BookingClash'] => ({ number, from, until, state, title: is_confidential ? null : title, host })
  const alternatives = (steps: Step[]): Schema['BookingAlternative'][] =>
    rooms.filter(({ code }) => steps.every((step) => clashesOf({ ...step, room: code }).length === 0)).map(({ code, name, seats }) => ({ room: code, name, seats, from: steps[0]?.from ?? '', until: steps[0]?.until ?? '' }))
  const seenBy = (booking: Booking & { account: string }, account: string): Booking => {
    const { account: asked, ...plain } = booking
    return { ...plain, title: plain.is_confidential && asked !== account ? null : plain.title, is_own: asked === account, is_clashing: open(booking) && clashesOf(booking, booking.number).length > 0 }
  }
  const fileOf = (booking: Booking & { account: string }, account: string): Schema['BookingFile'] => ({
    booking: seenBy(booking, account), clashes: clashesOf(booking, booking.number).map(clash), alternatives: clashesOf(booking, booking.number).length > 0 ? alternatives([booking]) : [],
    steps: [{ action: 'asked', at: booking.asked_at, by: booking.asked_by, room: booking.room, from: booking.from, until: booking.until, reason: null }], following: 0,
  })

  function instancesOf({ room: code, from, until, series }: Schema['BookingQuestion']): Step[] {
    const every = { day: 1, week: 7, month: 28 }
    const days = series ? Array.from({ length: 60 }, (_, index) => index * every[series.every]) : [0]
    return days.map((count) => ({ room: code, from: later(from, count), until: later(until, count) })).filter((step) => !series || (dayOf(step.from) <= series.last_day && !series.leave_out.includes(dayOf(step.from))))
  }
  function preview(question: Schema['BookingQuestion']): Schema['BookingPreview'] {
    const steps = instancesOf(question)
    const instances = steps.map((step) => {
      const found = clashesOf(step, question.except ?? '')
      return { from: step.from, until: step.until, is_open: true, is_free: !found.some(holds), clashes: found.map(clash) }
    })
    return { instances, alternatives: alternatives(steps) }
  }
  const refusal = (taken: Booking) => {
    const says = `会议室已被占用（示例）：${taken.room_name} ${taken.from}，${taken.host}`
    return { status: 409, json: { type: '/problems/meetings.booking.taken', title: '会议室已被占用', status: 409, detail: says, instance: '', code: 'meetings.booking.taken', trace_id: 'sample', errors: [] }, contentType: 'application/problem+json' }
  }
  function book(account: string, body: Schema['NewBooking']) {
    const steps = instancesOf(body)
    const taken = steps.flatMap((step) => clashesOf(step)).find(holds)
    if (taken) return refusal(taken)
    const { title, kind, host, attendees, is_confidential = false } = body
    return { status: 201, json: { items: steps.map((step) => add(account, step, { title, kind, host, attendees, is_confidential })) } }
  }
  function change(path: string, number: string, account: string, body: Record<string, unknown>) {
    const booking = bookings.find((one) => one.number === number)
    if (!booking) return { status: 404, json: {} }
    const target = path.endsWith('/moves') ? { room: String(body.room), from: String(body.from), until: String(body.until) } : booking
    const taken = path.endsWith('/cancel') ? undefined : clashesOf(target, number).find(holds)
    if (taken) return refusal(taken)
    const state = path.endsWith('/decision') ? (body.is_approved ? 'approved' : 'refused') : path.endsWith('/cancel') ? 'cancelled' : booking.state
    Object.assign(booking, { room: target.room, from: target.from, until: target.until, state, room_name: rooms.find(({ code }) => code === target.room)?.name ?? null, version: booking.version + 1 })
    return { status: 200, json: fileOf(booking, account) }
  }

  function read(path: string, query: URLSearchParams, account: string): unknown {
    if (path === '/rooms') return { items: rooms, next: null }
    if (path.startsWith('/rooms/')) return rooms.find(({ code }) => path.endsWith(code))
    if (path === '/timeline') return { from: query.get('from'), days: Number(query.get('days')), rooms, blocks: bookings.map((one) => seenBy(one, account)) }
    if (path === '/statistics') return sampleStatistics
    if (path === '/bookings') {
      const items = bookings.filter(({ state }) => query.get('state') === null || state === query.get('state')).map((one) => seenBy(one, account))
      return { items, next: null, total: items.length }
    }
    const found = bookings.find(({ number }) => path.endsWith(number))
    return found && fileOf(found, account)
  }
  async function answer(route: Route, account: string): Promise<void> {
    const url = new URL(route.request().url())
    const path = decodeURIComponent(url.pathname.slice('/api/v1/meetings'.length))
    if (route.request().method() === 'GET') return route.fulfill({ json: read(path, url.searchParams, account) ?? null, headers: { etag: '"1"' } })
    const body = route.request().postDataJSON() as Record<string, unknown>
    if (path === '/clashes') return route.fulfill({ json: preview(body as Schema['BookingQuestion']) })
    sent.push({ path, body })
    return route.fulfill(path === '/bookings' ? book(account, body as Schema['NewBooking']) : change(path, path.split('/')[2] ?? '', account, body))
  }
  return {
    add, sent, bookings, rooms,
    serve: (page: Page, account: string) => page.route('**/api/v1/meetings/**', (route) => answer(route, account)),
    clear: () => {
      bookings.length = 0
      sent.length = 0
    },
  }
}

const count = (key: string, name: string, number: number) => ({ key, name, count: number, hours: `${number * 2}.0`, attendees: number * 30 })
const sampleStatistics: Schema['MeetingStatistics'] = {
  from: '2027-01-01', until: '2027-12-31', by_month: [count('2027-01', '2027-01', 7), count('2027-02', '2027-02', 5)], by_kind: [count('示例工作会议', '示例工作会议', 12)], by_size: [count('small', '示例规模', 12)], by_host: [count('示例科', '示例科', 12)],
  measures: [{ measure: 'held', name: '示例口径一', definition: '示例：全部已召开。', count: 12 }, { measure: 'for_leadership', name: '示例口径二', definition: '示例：其中一部分。', count: 4 }],
  rooms: [{ room: 'A01', name: '示例一号会议室', count: 9, hours: '18.0', open_hours: '400.0', share: '4.5' }, { room: 'B01', name: '示例三号会议室', count: 0, hours: '0.0', open_hours: '0.0', share: null }],
  own_venues: 9, other_venues: 3, own_share: '75.0', cancelled: 1, no_show: 1,
}
