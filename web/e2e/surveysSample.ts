// SPDX-License-Identifier: Apache-2.0
import type { Page, Route } from 'playwright-core'
import type { components } from '../src/shared/api.gen'

// Sample answers of the interface of surveys: questionnaires that are made up here, and what becomes of them when somebody opens, issues or answers. What the server
// itself makes of them is tested where the server is.
type Schema = components['schemas']
const questions: Schema['SurveyQuestion'][] = [
  { code: 'Q1', text: '您对示例食堂的总体评价', kind: 'rating', options: [], is_main: true },
  { code: 'Q2', text: '饭菜口味', kind: 'rating', options: [], is_main: false },
  { code: 'Q3', text: '您常在哪个时段用餐', kind: 'choice', options: ['早餐（示例）', '午餐（示例）', '晚餐（示例）'], is_main: false },
  { code: 'Q4', text: '您的意见和建议（示例）', kind: 'text', options: [], is_main: false },
]
const survey = (number: string, state: Schema['SurveyState'], n: number, more: Partial<Schema['Survey']> = {}): Schema['Survey'] => ({
  number, title: `示例满意度问卷${number}`, audience: '用餐人员', subject: '示例食堂', from: '2026-03-01', until: '2026-03-31', questions, state, issued: n === 0 ? 0 : n + 20, asked: n === 0 ? null : n + 20, left: n === 0 ? 0 : 20, n, share: n === 0 ? null : '96.67', version: 1, ...more,
})
const shares = { share: '96.67', low: '83.33', high: '99.42' }
const rating = (code: string, text: string, is_main: boolean): Schema['SurveyRatingResult'] => ({ code, text, is_main, n: 30, satisfied: 24, mostly: 5, dissatisfied: 1, ...shares })
const line = (key: string, n: number): Schema['SurveyLine'] => ({ key, n, asked: n + 20, response_rate: '60.00', satisfied: n - 6, mostly: 5, dissatisfied: 1, ...shares })
const action = (number: string, state: Schema['SurveyActionState']): Schema['SurveyAction'] => ({
  number, survey: 'WJ2026-001', survey_title: '示例满意度问卷WJ2026-001', subject: '示例食堂', question: '饭菜口味', day: '2026-03-10', comment: '示例意见：汤太咸', state, age_days: 12, result: state === 'done' ? '示例结果' : null, done_by: state === 'done' ? '示例经办' : null, done_on: state === 'done' ? '2026-03-22' : null, version: 1,
})

export function sampleSurveys() {
  const surveys = [survey('WJ2026-001', 'open', 30), survey('WJ2026-002', 'draft', 0), survey('WJ2026-003', 'closed', 4)]
  const actions = [action('ZG2026-001', 'open'), action('ZG2026-002', 'done')]
  const cards = new Set<string>()
  const answers = new Map<string, string>()
  const sent: { path: string; body: Record<string, unknown> }[] = []
  const isEmpty = { value: false }
  const problem = (status: number, code: string, detail: string, headers: Record<string, string> = {}) => ({ status, headers, contentType: 'application/problem+json', body: JSON.stringify({ type: `/problems/${code}`, title: detail, status, detail, instance: '', code, trace_id: 'sample', errors: [] }) })

  function results(number: string): Schema['SurveyResults'] {
    const { n, asked } = surveys.find((one) => one.number === number) ?? survey('', 'open', 0)
    return {
      number, n, asked, response_rate: asked === null ? null : '60.00', ratings: [rating('Q1', questions[0]?.text ?? '', true), rating('Q2', '饭菜口味', false)],
      choices: [{ code: 'Q3', text: questions[2]?.text ?? '', counts: [{ option: '早餐（示例）', count: 10 }, { option: '午餐（示例）', count: 20 }, { option: '晚餐（示例）', count: 0 }] }],
      texts: n < 5 ? null : [{ question: '您的意见和建议（示例）', text: '示例意见：汤太咸' }, { question: '您的意见和建议（示例）', text: '示例意见：希望有更多蔬菜' }], least_for_texts: 5,
      warnings: n < 30 ? [{ code: 'few_answers', least: '30' }, { code: 'all_of_few', least: '30' }] : [{ code: 'low_response', least: '70' }],
    }
  }
  function read(path: string, query: URLSearchParams): unknown {
    const of = <T>(items: T[]) => ({ items: isEmpty.value ? [] : items, next: null, total: items.length })
    if (path === '/surveys') return of(surveys)
    if (path === '/actions') return of(actions.filter(({ state }) => query.get('state') === null || state === query.get('state')))
    if (path === '/statistics') return { from: '2026-01-01', until: '2026-12-31', by_subject: isEmpty.value ? [] : [line('示例食堂', 30), line('示例二食堂', 25)], by_month: isEmpty.value ? [] : [line('2026-02', 25), line('2026-03', 30)] }
    const [, , number = '', part] = path.split('/')
    return part === 'results' ? results(number) : surveys.find((one) => one.number === number)
  }
  function change(path: string, body: Record<string, unknown>) {
    const [, kind, number = '', step] = path.split('/')
    if (kind === 'actions') {
      const found = actions.find((one) => one.number === number)
      return { json: Object.assign(found ?? {}, { state: 'done', result: body.result, done_on: body.done_on, version: 2 }) }
    }
    if (step === 'cards') {
      const tokens = Array.from({ length: Number(body.count) }, (_, index) => `${String(index).padStart(2, '0')}5a3c9e7f10b24d688a6c0f9e2b7d41`)
      for (const token of tokens) cards.add(token)
      return { status: 201, json: { tokens } }
    }
    if (number === '') {
      const made = survey(`WJ2026-00${surveys.length + 1}`, 'draft', 0, body)
      surveys.push(made)
      return { status: 201, json: made }
    }
    const found = surveys.find((one) => one.number === number)
    return { json: Object.assign(found ?? {}, step === undefined ? body : { state: step === 'open' ? 'open' : 'closed' }, { version: 2 }) }
  }
  function ofPhone(path: string, { token, id, ...content }: Record<string, unknown>) {
    const used = problem(409, 'surveys.card.used_or_unknown', '此码已使用或不存在（示例）')
    const same = answers.get(String(id)) === JSON.stringify(content)
    if (path === '/public/questions') return cards.has(String(token)) ? { json: { title: '示例满意度问卷', audience: '用餐人员', subject: '示例食堂', questions } } : used
    if (same) return { json: {} }
    if (!cards.delete(String(token))) return used
    answers.set(String(id), JSON.stringify(content))
    return { json: {} }
  }
  async function answer(route: Route): Promise<void> {
    const url = new URL(route.request().url())
    const path = decodeURIComponent(url.pathname.slice('/api/v1/surveys'.length))
    if (route.request().method() === 'GET') return route.fulfill({ json: read(path, url.searchParams) ?? null, headers: { etag: '"1"' } })
    const body = route.request().postDataJSON() as Record<string, unknown>
    sent.push({ path, body })
    return route.fulfill(path.startsWith('/public/') ? ofPhone(path, body) : change(path, body))
  }
  return { surveys, actions, cards, answers, sent, isEmpty, serve: (page: Page) => page.route('**/api/v1/surveys/**', answer) }
}
