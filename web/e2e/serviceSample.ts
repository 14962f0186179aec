// SPDX-License-Identifier: Apache-2.0
import type { Page, Route } from 'playwright-core'
import type { components } from '../src/shared/api.gen'
import { at, day } from './meetingsSample'

// Sample answers about the service of meetings: one sheet, its checklists, a day and notices, made up here, and what becomes of them.
type Schema = components['schemas']
type Stage = Schema['MeetingStage']
const now = () => `${new Date().toISOString().slice(0, 19)}Z`

export const booking = 'HY-0001'
export function sampleService() {
  const meeting: Schema['ServedMeeting'] = {
    number: booking, title: '示例会议', room: 'A01', room_name: '示例一号会议室', venue: null, from: at('09:00'), until: at('10:30'), state: 'approved', kind: '示例工作会议', host: '示例科', attendees: 12, asked_by: '示例申请人', is_confidential: false,
    room_equipment: ['投影（示例）', '话筒（示例）'],
  }
  const stage = (name: Stage['stage'], says: string, items: string[], due: string | null): Stage => ({
    stage: name, name: says, is_signed: false, signed_by: null, signed_at: null, due_at: due, is_late: false, answered: 0, failed: 0, outdated: [], round: 1, version: 0,
    items: items.map((one, index) => ({ item: `${name}-${index + 1}`, says: one, source: '本单位', answer: null, earlier: [], additions: [], version: 0 })),
  })
  const sheet = { banner: null, place_cards: [], refreshments: [], equipment: [], equipment_note: null, staff: [], requests: null } as Schema['MeetingServiceChange']
  const state = { sheet, version: 0, stages: [] as Stage[], mark: null as string | null, refusal: '', isDown: false, slowMs: 0, notices: [] as Schema['MeetingNotice'][], prints: [] as string[] }
  const sent: { path: string; key: string; body: Record<string, unknown> }[] = []

  function clear(): void {
    Object.assign(meeting, { title: '示例会议', from: at('09:00'), until: at('10:30'), is_confidential: false })
    Object.assign(state, { sheet, version: 0, mark: null, refusal: '', isDown: false, slowMs: 0, prints: [], stages: [stage('before', '会前检查', ['会标与会议名称一致', '话筒和投影试过', '座签次序核对过'], meeting.from), stage('during', '会中巡查', ['茶水已续'], null), stage('after', '会后整理', ['遗留物品已登记'], null)] })
    state.notices = [
      { id: 'n1', booking, title: '示例会议', room_name: '示例一号会议室', from: at('09:00'), what: 'moved', by: '示例科室岗', at: at('08:00', '2027-02-27'), acknowledged_at: null, changes: [{ field: 'room', before: '示例二号会议室', after: '示例一号会议室' }, { field: 'from', before: at('14:00'), after: at('09:00') }] },
      { id: 'n2', booking: 'HY-0002', title: null, room_name: '示例三号会议室', from: at('14:00'), what: 'service', by: '示例科室岗', at: at('09:00', '2027-02-27'), acknowledged_at: null, changes: [{ field: 'banner', before: null, after: null }] },
    ]
    sent.length = 0
  }
  clear()

  const service = (): Schema['MeetingService'] => ({ meeting, ...state.sheet, version: state.version, changed_by: state.version > 0 ? '示例会务岗' : null, changed_at: state.version > 0 ? at('08:00', '2027-02-26') : null, may_change: true, may_answer: true })
  const stages = (): Schema['MeetingStages'] => ({ meeting, list: '示例检查单 2026-11-26', stages: state.stages, may_answer: true })
  const lines = () => state.stages.map((one) => ({ ...one, items: one.items.length }))
  const secret = { ...meeting, number: 'HY-0003', title: null, is_confidential: true, from: at('14:00'), until: at('16:00') }
  const dayOf = (): Schema['ServiceDay'] => ({ day, may_answer: true, items: [{ meeting, stages: lines(), staff: state.sheet.staff, place_cards: state.sheet.place_cards.length }, { meeting: secret, stages: null, staff: null, place_cards: null }] })
  const refused = (status: number, code: string, detail: string) => ({ status, contentType: 'application/problem+json', json: { type: `/problems/${code}`, title: '没有办成（示例）', status, detail, instance: '', code, trace_id: 'sample', errors: [] } })

  function answer(name: string, body: Schema['ChecklistAnswerRequest']) {
    const found = state.stages.find((one) => one.stage === name)
    const item = found?.items.find((one) => one.item === body.item)
    if (!found || !item) return refused(404, 'meetings.service.item_unknown', '没有这一项（示例）。')
    if (body.version !== item.version) return refused(409, 'meetings.service.answered_meanwhile', '示例同事刚刚检查过这一项（示例）。')
    const said = { answer: body.answer, note: body.note ?? null, by: '示例会务岗', answered_at: body.answered_at ?? now(), recorded_at: now(), is_addition: body.is_addition ?? false }
    if (said.is_addition) item.additions.push(said)
    else {
      if (item.answer) item.earlier.push(item.answer)
      item.answer = said
    }
    item.version += 1
    found.version += 1
    found.answered = found.items.filter((one) => one.answer).length
    found.failed = found.items.filter((one) => one.answer?.answer === 'failed').length
    return { status: 201, json: stages() }
  }
  function sign(name: string, signed_at: string) {
    const found = state.stages.find((one) => one.stage === name)
    if (found) Object.assign(found, { is_signed: true, signed_by: '示例会务岗', signed_at, is_late: found.due_at !== null && signed_at > found.due_at })
    return { status: 201, json: stages() }
  }
  function post(path: string, body: Record<string, unknown>) {
    const [, name = '', last] = /stages\/([^/]+)\/(.+)$/.exec(path) ?? []
    if (last === 'answers') return answer(name, body as Schema['ChecklistAnswerRequest'])
    if (last === 'sign-off') return sign(name, now())
    if (path.endsWith('/prints')) {
      state.prints.push(String(body.paper))
      return { status: 201, json: { paper: body.paper, printed_by: '示例会务岗', printed_at: now(), mark: state.mark } }
    }
    const notice = state.notices.find(({ id }) => path.includes(`/notices/${id}/`))
    if (!notice) return refused(404, 'meetings.notice.unknown', '没有这条通知（示例）。')
    notice.acknowledged_at = now()
    return { status: 200, json: notice }
  }
  function read(path: string, query: URLSearchParams): unknown {
    if (path.endsWith('/stages')) return stages()
    if (path.endsWith('/service')) return service()
    if (path.endsWith('/service-staff')) return { items: [{ account: 'jixiao', name: '绩效科' }, { account: 'keshi', name: '科室经办岗' }], next: null }
    if (path.endsWith('/service-day')) return query.get('day') === day ? dayOf() : { day: query.get('day'), items: [], may_answer: true }
    const items = state.notices.filter(({ acknowledged_at }) => query.get('acknowledged') === 'true' || acknowledged_at === null)
    return { items, next: null, total: items.length, open: state.notices.filter(({ acknowledged_at }) => acknowledged_at === null).length }
  }
  async function handle(route: Route): Promise<void> {
    if (state.isDown) return route.abort()
    const request = route.request()
    const url = new URL(request.url())
    if (request.method() === 'GET') {
      if (state.refusal !== '' && url.pathname.includes('/service')) return route.fulfill(refused(403, state.refusal, '保密会议（示例）。'))
      return route.fulfill({ json: read(url.pathname, url.searchParams), headers: { etag: `"${state.version}"` } })
    }
    const body = (request.postDataJSON() ?? {}) as Record<string, unknown>
    await new Promise((resolve) => setTimeout(resolve, state.slowMs))
    sent.push({ path: url.pathname, key: request.headers()['idempotency-key'] ?? '', body })
    if (request.method() === 'PUT') {
      if (request.headers()['if-match'] !== `"${state.version}"`) return route.fulfill(refused(412, 'request.changed', '已被别人改动（示例）。'))
      Object.assign(state, { sheet: body, version: state.version + 1 })
      return route.fulfill({ json: service(), headers: { etag: `"${state.version}"` } })
    }
    return route.fulfill(post(url.pathname, body))
  }
  return { meeting, state, sent, clear, sign, answer, serve: (page: Page) => page.route(/\/api\/v1\/meetings\/(bookings\/[^/]+\/service|service-|notices)/, handle) }
}
