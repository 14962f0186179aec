// SPDX-License-Identifier: Apache-2.0
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asked } from '@/shared/feedback/confirm'
import UploadButton from '@/shared/form/UploadButton.vue'
import { fakeServer, mounted, problem, QuietEvents, sessionOf } from '@/shared/testing'
import ImportPage from './ImportPage.vue'
import FactCheck from './FactCheck.vue'
import FactSheet from './FactSheet.vue'
import MeasurePage from './MeasurePage.vue'
import RevisionNewPage from './RevisionNewPage.vue'
import RevisionsPage from './RevisionsPage.vue'
import SaveMeasure from './SaveMeasure.vue'
import TableSheets from './TableSheets.vue'
import TargetsPage from './TargetsPage.vue'
import { inForce, setting, targets } from './sample'
import { emptyMeasure } from './targets'

beforeEach(() => void vi.stubGlobal('EventSource', QuietEvents))
afterEach(() => vi.useRealTimers())

const year = '/api/v1/indicators/years/2026'
const years = { body: { items: [{ year: 2026 }], next: null } }
const rules = { body: { items: [{ id: 'hubei-2020', title: '', indicators_total: '80' }], next: null } }
const base = { 'GET /api/v1/indicators/years': years, 'GET /api/v1/indicators/rule-sets': rules }
const has = (value = targets(), etag = '"1"') => ({ [`GET ${year}/targets`]: { body: value, headers: { etag } } })
const press = async (wrapper: VueWrapper, word: string) => {
  await wrapper.findAll('button').find((button) => button.text() === word)?.trigger('click')
  await flushPromises()
}
const agree = async () => {
  asked.value?.answer(true)
  await flushPromises()
}
const sentTo = (sent: Request[], method: string, end: string) => sent.filter((request) => request.method === method && new URL(request.url).pathname.endsWith(end))

describe('the indicators of a year', () => {
  it('stand with the sums of their weights, and a branch narrows them', async () => {
    fakeServer({ ...base, ...has() })
    const wrapper = await mounted(TargetsPage, { me: sessionOf(['indicators.read']) })
    expect(wrapper.text()).toContain('权重合计 20 分，评分规则要求 80 分')
    const codes = () => wrapper.findAll('tbody tr').map((row) => row.find('td').text()).filter((text) => text.startsWith('C'))
    expect(codes()).toEqual(['C1', 'C2'])
    await wrapper.findAll('.tree button').find((button) => button.text().startsWith('质量指标'))?.trigger('click')
    await flushPromises()
    expect(codes()).toEqual(['C2'])
  })

  it('mark a target that was not understood, and have no buttons for whoever only reads', async () => {
    const unclear = inForce('C1', { understood: { comparison: 'qualitative', value: null, unit: null, deadline: null, text: '尽快', warnings: [{ rule: 'target_unclear', message: '看不出目标值' }] } })
    fakeServer({ ...base, ...has(targets({ indicators: [unclear] })) })
    const reader = await mounted(TargetsPage, { me: sessionOf(['indicators.read']) })
    expect(reader.find('[title="看不出目标值"]').text()).toBe('看不清')
    expect(reader.findAll('button').map((button) => button.text())).not.toContain('录入指标表')
    const officer = await mounted(TargetsPage, { me: sessionOf(['indicators.read', 'indicators.edit']) })
    expect(officer.findAll('button').map((button) => button.text())).toContain('录入指标表')
  })

  it('of a year without any: what to do', async () => {
    fakeServer({ ...base, ...has(targets({ indicators: [], first: [], goals: [], supports: [] })) })
    expect((await mounted(TargetsPage, { me: sessionOf(['indicators.read', 'indicators.import']) })).text()).toContain('2026年还没有绩效指标')
  })
})

describe('the sheet of indicators', () => {
  const draft = { 'GET /api/v1/identity/drafts/indicators.grid.2026': { body: { name: '', value: null, saved_at: null }, headers: { etag: '"0"' } } }
  async function open(answers: Parameters<typeof fakeServer>[0] = {}, value = targets()) {
    const sent = fakeServer({ ...base, ...has(value), ...draft, ...answers })
    const wrapper = await mounted(TableSheets, { me: sessionOf(['indicators.edit']), props: { year: '2026' } })
    const editor = wrapper.get<HTMLInputElement>('.editor')
    const key = async (name: string, times = 1) => {
      for (let count = 0; count < times; ++count) await editor.trigger('keydown', { key: name })
    }
    const pasteAt = async (row: number, column: number, text: string) => {
      await key('ArrowDown', row)
      await key('ArrowRight', column)
      await editor.trigger('paste', { clipboardData: { getData: () => text } })
      await flushPromises()
    }
    return { sent, wrapper, editor, key, pasteAt }
  }

  it('takes a block from WPS, keeps the sum of the weights, and saves the whole table with its tag', async () => {
    const { sent, wrapper, pasteAt } = await open({ [`PUT ${year}/targets`]: { body: targets(), headers: { etag: '"2"' } } })
    await pasteAt(2, 0, 'C3\t1\t效益指标\t社会效益\t新指标\t\t≥90%\t\t60\r\nC4\t1\t效益指标\t社会效益\t又一个\t\t有效\t\t0.5\r\n')
    expect(wrapper.text()).toContain('权重合计 80.5 分，评分规则要求 80 分')
    await press(wrapper, '保存整张表')
    const [put] = sentTo(sent, 'PUT', '/targets')
    expect(put?.headers.get('if-match')).toBe('"1"')
    const body = (await put?.json()) as { indicators: { code: string; target: string; measure: unknown }[] }
    expect(body.indicators.map(({ code, target }) => [code, target])).toEqual([['C1', '100'], ['C2', '100'], ['C3', '≥90%'], ['C4', '有效']])
    expect(body.indicators[2]?.measure).toBeNull()
    expect(wrapper.text()).toContain('已保存')
  })

  it('is not sent while a cell is wrong; the summary names the cell', async () => {
    const { sent, wrapper, pasteAt } = await open()
    await pasteAt(2, 0, 'C1\t\t效益指标\t\t新指标\t\t\t\tx')
    await press(wrapper, '保存整张表')
    expect(sentTo(sent, 'PUT', '/targets')).toEqual([])
    const summary = wrapper.get('.summary')
    expect(summary.findAll('li').map((line) => line.text())).toEqual(expect.arrayContaining(['绩效指标第 3 行目标值：“目标值”没有填写', '绩效指标第 3 行权重：权重“x”不是数字']))
    expect(document.activeElement).toBe(summary.element)
  })

  it('shows where the server found something, and keeps what was typed', async () => {
    const refusal = problem(422, 'request.fields_wrong', [{ pointer: '/indicators/1/source', code: 'x', message: '没有这个台账' }])
    const { wrapper, pasteAt } = await open({ [`PUT ${year}/targets`]: { status: 422, body: refusal } })
    await pasteAt(1, 6, '250')
    await press(wrapper, '保存整张表')
    expect(wrapper.get('.summary').text()).toContain('绩效指标第 2 行数据来源：没有这个台账')
    expect(wrapper.findAll('[role=gridcell]').map((cell) => cell.text())).toContain('250')
    const source = () => wrapper.findAll('[role=gridcell]')[16 + 9]
    expect(source()?.attributes('aria-invalid')).toBe('true')
    // Once it says something else, nothing is known against it.
    await pasteAt(0, 3, '台账:维修台账')
    expect([source()?.text(), source()?.attributes('aria-invalid')]).toEqual(['台账:维修台账', undefined])
  })

  it('asks when somebody saved the same row meanwhile, and goes on from their table', async () => {
    let puts = 0
    let now = has()[`GET ${year}/targets`]
    const put = () => {
      puts += 1
      if (puts > 1) return { body: targets(), headers: { etag: '"3"' } }
      now = { body: targets({ first: [setting('C1', { target: '300' }), setting('C2', { weight: '8' })] }), headers: { etag: '"2"' } }
      return { status: 412, body: problem(412, 'request.changed_meanwhile') }
    }
    const { sent, wrapper, pasteAt } = await open({ [`GET ${year}/targets`]: () => now!, [`PUT ${year}/targets`]: put })
    await pasteAt(0, 6, '200')
    await press(wrapper, '保存整张表')
    const dialog = document.querySelector('.el-dialog')
    expect(dialog?.textContent).toContain('C1 这一行')
    expect(dialog?.textContent).not.toContain('C2 这一行')
    expect([...(dialog?.querySelectorAll('tbody td') ?? [])].map((cell) => cell.textContent?.trim())).toEqual(['目标值：100', '我的目标值：200', '对方的目标值：300'])
    ;[...(dialog?.querySelectorAll('button') ?? [])].at(-1)?.click()
    await flushPromises()
    await press(wrapper, '保存整张表')
    const last = sentTo(sent, 'PUT', '/targets').at(-1)
    expect(last?.headers.get('if-match')).toBe('"2"')
    expect(((await last?.json()) as { indicators: { target: string; weight: string }[] }).indicators.map(({ target, weight }) => [target, weight])).toEqual([['200', '10'], ['100', '8']])
  })

  it('after the year was evaluated leaves promises alone', async () => {
    const { editor, key, wrapper } = await open({}, targets({ fixed: true }))
    await key('ArrowRight', 6)
    await editor.setValue('9')
    await key('Enter')
    expect(wrapper.findAll('[role=gridcell]').map((cell) => cell.text())).not.toContain('9')
    await key('ArrowRight', 6)
    await editor.setValue('状态=已结束')
    await key('Enter')
    expect(wrapper.findAll('[role=gridcell]').map((cell) => cell.text())).toContain('状态=已结束')
  })

  it('says below the cell how its target is understood, and asks once for a text', async () => {
    const one = { text: '不低于 95%', warnings: [{ rule: 'x', message: '单位不清楚' }] }
    const reading = { items: [one, one, one] }
    const { sent, wrapper, editor, key } = await open({ 'POST /api/v1/indicators/target-readings': { body: reading } })
    vi.useFakeTimers()
    await key('ArrowRight', 6)
    await editor.setValue('9')
    await editor.setValue('95%')
    await vi.advanceTimersByTimeAsync(400)
    await flushPromises()
    expect(wrapper.get('.editable-grid [role=status]').text()).toBe('系统理解为：不低于 95% 单位不清楚')
    const bodies = (await Promise.all(sentTo(sent, 'POST', '/target-readings').map((request) => request.json()))) as { items: { target: string }[] }[]
    expect(bodies).toHaveLength(1)
    expect(bodies[0]?.items.map(({ target }) => target)).toEqual(['100', '9', '95%'])
  })
})

describe('a new revision', () => {
  const draft = { 'GET /api/v1/identity/drafts/indicators.revision': { body: { name: '', value: null, saved_at: null }, headers: { etag: '"0"' } } }
  async function open(answers: Parameters<typeof fakeServer>[0] = {}) {
    const sent = fakeServer({ ...base, ...has(), ...draft, ...answers })
    const wrapper = await mounted(RevisionNewPage, { me: sessionOf(['indicators.edit']), at: '/?year=2026' })
    const field = (label: string) => {
      const id = wrapper.findAll('label').find((one) => one.text().startsWith(label))?.attributes('for') ?? ''
      return wrapper.get<HTMLInputElement>(`[id="${id}"]`)
    }
    return { sent, wrapper, field }
  }

  it('is not issued half filled in', async () => {
    const { sent, wrapper } = await open()
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(wrapper.findAll('.summary li').map((line) => line.text())).toEqual(['文号：请填写文号', '类型：没有填完：选择指标，并填写调整后的内容'])
    expect(sentTo(sent, 'POST', '/revisions')).toEqual([])
  })

  it('shows what is in force before, asks once more with the count, and is issued once', async () => {
    const { sent, wrapper, field } = await open({ [`POST ${year}/revisions`]: { status: 201, body: { document: 'd', date: '2026-07-01', changes: [] } } })
    await field('文号').setValue('示例〔2026〕1号')
    await field('文件日期').setValue('2026-07-01')
    await flushPromises()
    await field('指标').setValue('C1')
    expect(field('调整前').element.textContent).toBe('100')
    await field('调整后').setValue('120')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    expect(asked.value?.says).toContain('共 1 行调整')
    await agree()
    const [post] = sentTo(sent, 'POST', '/revisions')
    expect(post?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(await post?.json()).toEqual({ document: '示例〔2026〕1号', date: '2026-07-01', changes: [{ kind: 'change', code: 'C1', part: '目标值', before: '100', after: '120', reason: '' }] })
    // What was in force on the document's day was asked for.
    expect(sentTo(sent, 'GET', '/targets').some(({ url }) => url.includes('on=2026-07-01'))).toBe(true)
  })

  it('that is refused says why at the indicator it is about', async () => {
    const refusal = problem(422, 'request.fields_wrong', [{ pointer: '/changes/0/before', code: 'x', message: '调整前与现在生效的不一致' }])
    const { wrapper, field } = await open({ [`POST ${year}/revisions`]: { status: 422, body: refusal } })
    await field('文号').setValue('示例〔2026〕1号')
    await field('指标').setValue('C1')
    await field('调整后').setValue('120')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    await agree()
    expect(wrapper.get('fieldset .error').text()).toBe('调整前与现在生效的不一致')
  })
})

it('revisions are listed before beside after, and found by document and indicator', async () => {
  const change = (code: string, after: string) => ({ kind: 'change' as const, code, part: '目标值', before: '100', after, reason: '任务增加' })
  const revisions = [{ document: '示例〔2026〕1号', date: '2026-07-01', changes: [change('C1', '120'), change('C2', '90')] }]
  fakeServer({ ...base, ...has(targets({ revisions })) })
  const rows = (wrapper: VueWrapper) => wrapper.findAll('tbody tr').map((row) => row.findAll('td').slice(3, 8).map((cell) => cell.text()))
  expect(rows(await mounted(RevisionsPage, { me: sessionOf(['indicators.read']) }))).toEqual([['C1', '示例指标C1', '目标值', '100', '120'], ['C2', '示例指标C2', '目标值', '100', '90']])
  expect(rows(await mounted(RevisionsPage, { me: sessionOf(['indicators.read']), at: '/?indicator=C2' }))).toHaveLength(1)
  expect((await mounted(RevisionsPage, { me: sessionOf(['indicators.read']), at: '/?document=x' })).text()).toContain('没有调整')
})

describe('the measure builder', () => {
  const answer = (more: object = {}) => ({
    code: '', kind: 'indicator', name: '', printed: '1,930次', value: '1930', exact: '1930', unit: '次', words: null, numerator: null, denominator: null, asked: null, formula: '记录数', definition: '', period: '2026', source: '台账:会议台账', measure: null,
    empty_cells: 0, undated: 2, missing: null, records: 1930, columns: [{ name: '会议名称', type: 'text', unit: null }], items: [{ id: '1', place: '会议台账.xlsx 会议!A2', digest: '', role: 'counted', cells: ['第一场'] }], next: '100', ...more,
  })
  const open = async (answers: Parameters<typeof fakeServer>[0], permissions = ['indicators.read']) => {
    const sent = fakeServer({ ...base, ...has(), ...answers })
    vi.useFakeTimers()
    const wrapper = await mounted(MeasurePage, { me: sessionOf(permissions), at: '/?year=2026&code=C1' })
    const pass = async () => {
      await vi.advanceTimersByTimeAsync(500)
      await flushPromises()
    }
    await pass()
    return { sent, wrapper, pass }
  }

  it('answers for the indicator at once, with its records a page at a time', async () => {
    const { sent, wrapper } = await open({ [`POST ${year}/measure-answers`]: { body: answer() } })
    expect(wrapper.text()).toContain('1,930次')
    expect(wrapper.text()).toContain('没有日期的记录 2 条')
    expect(wrapper.text()).toContain('来源记录（1,930 条）')
    expect(wrapper.findAll('tbody td').map((cell) => cell.text())).toEqual(['第一场'])
    await press(wrapper, '加载更多')
    const bodies = (await Promise.all(sentTo(sent, 'POST', '/measure-answers').map((request) => request.json()))) as { cursor: string | null; measure: { filter: string } }[]
    expect(bodies.map(({ cursor }) => cursor)).toEqual([null, '100'])
    expect(bodies[0]?.measure.filter).toBe('状态=已召开')
    expect(wrapper.text()).not.toContain('发放问卷')
  })

  it('says of answers how many were asked', async () => {
    const { wrapper } = await open({ [`POST ${year}/measure-answers`]: { body: answer({ numerator: '729/1', denominator: '744/1', asked: 1200 }) } })
    expect(wrapper.text()).toContain('分子 729，分母 744发放问卷 1,200 份')
  })

  it('asks again once typing pauses, and says at the cell what is wrong with it', async () => {
    const { sent, wrapper, pass } = await open({ [`POST ${year}/measure-answers`]: { status: 422, body: problem(422, 'request.fields_wrong', [{ pointer: '/measure/filter', code: 'x', message: '没有“状太”这一列' }]) } })
    await wrapper.get('textarea').setValue('状太')
    await wrapper.get('textarea').setValue('状太=已召开')
    await pass()
    expect(sentTo(sent, 'POST', '/measure-answers')).toHaveLength(2)
    expect(wrapper.get('.error').text()).toBe('没有“状太”这一列')
  })

  it('says why there is no value, and never 0', async () => {
    const { wrapper } = await open({ [`POST ${year}/measure-answers`]: { body: answer({ printed: null, value: null, exact: null, missing: { code: 'x', message: '没有会议台账' }, records: 0, items: [], next: null }) } })
    expect(wrapper.get('.value').text()).toContain('没有会议台账')
    expect(wrapper.findAll('button').map((button) => button.text())).not.toContain('存为这个指标的口径')
  })

  it('stores a measure into its indicator and leaves the rest of the table as it is', async () => {
    const sent = fakeServer({ ...base, ...has(targets(), '"7"'), [`PUT ${year}/targets`]: { body: targets() } })
    const measure = { ...emptyMeasure, source: '预算:支付', method: '求和', field: '金额（元）' }
    const wrapper = await mounted(SaveMeasure, { me: sessionOf([]), props: { year: '2026', code: 'C2', name: '示例指标C2', measure, canSave: true } })
    await press(wrapper, '存为这个指标的口径')
    expect(asked.value?.says).toContain('由“台账:会议台账 · 计数 · 状态=已召开”改为“预算:支付 · 求和 · 金额（元）”')
    await agree()
    const [put] = sentTo(sent, 'PUT', '/targets')
    expect(put?.headers.get('if-match')).toBe('"7"')
    expect(await put?.json()).toEqual({ goals: targets().goals, supports: targets().supports, indicators: [setting('C1'), setting('C2', { level2: '质量指标', measure })] })
  })
})

describe('the check of a fact', () => {
  const verification = (changes: object[], broken_seals: string[] = [], unreadable: string[] = []) => ({ body: { clean: changes.length === 0, facts: 1, records: 9, changes, unreadable, evidence: [], broken_seals } })
  const open = async (answer: object) => {
    const sent = fakeServer({ 'GET /api/v1/indicators/runs/r1/facts/C1/verification': answer })
    const wrapper = await mounted(FactCheck, { props: { run: 'r1', code: 'C1' } })
    expect(sent).toHaveLength(0)
    await press(wrapper, '现在核对')
    return wrapper.text()
  }

  it('says what changed behind this figure, and nothing of others', async () => {
    const change = (code: string) => ({ code, name: '', value_then: '1930', value_now: '1928', asked_then: null, asked_now: null, changed: [], changed_count: 1, vanished: [], vanished_count: 2, appeared: [{ id: '9', place: '会议!A9' }], appeared_count: 1 })
    const text = await open(verification([change('C1')]))
    expect(text).toContain('当时 1930，现在 1928；已变化 1 条，已不存在 2 条，新出现 1 条')
    expect(text).toContain('新出现：9（会议!A9）')
    expect(text).not.toContain('发放问卷')
    expect(await open(verification([{ ...change('C1'), asked_then: 1200, asked_now: 1500 }]))).toContain('发放问卷：当时 1,200 份，现在 1,500 份')
    expect(await open(verification([change('C2')]))).toContain('和评价时一致')
    expect(await open(verification([], ['C1']))).toContain('摘要不符')
    expect(await open(verification([], [], ['C1']))).toContain('来源已读不到')
  })
})

it('a fact has a page: how it was counted, of how many, and its records as they are now', async () => {
  const fact = { code: 'C1', kind: 'indicator', name: '会议次数', printed: '1,930次', value: '1930', exact: '1930', unit: '次', words: null, numerator: null, denominator: null, asked: null, formula: '记录数', definition: '已召开的', period: '2026', source: '会议台账.xlsx', measure: null, empty_cells: 0, undated: 3, missing: null, digest: 'a1b2', records: 2 }
  const record = (id: string, state: string, cell: string) => ({ id, place: `会议!A${id}`, digest: '', role: 'counted', state, cells: [cell] })
  const page = { columns: [{ name: '会议名称', type: 'text', unit: null }], total: 2, unreadable: null, items: [record('2', 'unchanged', '第一场'), record('3', 'vanished', '第二场')], next: null }
  fakeServer({ 'GET /api/v1/indicators/runs/r1/facts/C1': { body: fact }, 'GET /api/v1/indicators/runs/r1/facts/C1/records': { body: page } })
  const wrapper = await mounted(FactSheet, { me: sessionOf(['indicators.read']), props: { run: 'r1', code: 'C1' } })
  const text = wrapper.text()
  for (const word of ['1,930次', '记录数', '已召开的', 'a1b2', '没有日期的记录 3 条', '来源记录（2 条）']) expect(text).toContain(word)
  expect(wrapper.findAll('tbody tr').map((row) => row.findAll('td').slice(0, 2).map((cell) => cell.text()))).toEqual([['没有变化', '第一场'], ['已不存在', '第二场']])
  expect(text).not.toContain('发放问卷')
  fakeServer({ 'GET /api/v1/indicators/runs/r1/facts/C2': { body: { ...fact, code: 'C2', asked: 1200 } }, 'GET /api/v1/indicators/runs/r1/facts/C2/records': { body: page } })
  expect((await mounted(FactSheet, { me: sessionOf(['indicators.read']), props: { run: 'r1', code: 'C2' } })).text()).toContain('发放问卷1,200 份')
})

describe('the import', () => {
  const outcome = (more: object) => ({ stored: false, dry_run: true, changed: true, counts: { goals: 3, indicators: 30, supports: 4, revisions: 2, entries: 5, notes: 1 }, passed_over: [], examples: [], kept: ['C3 人工填报'], unanswerable: [], problems: [], problems_not_listed: 0, evidence_left_out: [{ code: 'C3', name: '佐证.pdf' }], ...more })
  const job = (name: string, result: object) => ({ job: name, kind: 'indicators.import', title: '导入', state: 'done', progress: null, problem: null, cancel_requested: false, attempts: 1, account: '', created_at: '2026-07-15T00:00:00Z', started_at: null, ended_at: null, files: [], result })

  async function open(results: object[]) {
    let begun = 0
    const sent = fakeServer({
      ...base,
      [`POST ${year}/imports`]: () => ({ status: 202, body: { ...job(`j${(begun += 1)}`, {}), state: 'queued', result: null } }),
      ...Object.fromEntries(results.map((result, index) => [`GET /api/v1/jobs/j${index + 1}`, { body: job(`j${index + 1}`, result) }])),
    })
    const wrapper = await mounted(ImportPage, { me: sessionOf(['indicators.import']) })
    wrapper.getComponent(UploadButton).vm.$emit('done', { upload: 'u1', name: '绩效指标.xlsx' } as never)
    await flushPromises()
    await flushPromises()
    return { sent, wrapper }
  }

  it('checks a file before it may be imported, and says what it would bring', async () => {
    const { sent, wrapper } = await open([outcome({}), outcome({ stored: true, dry_run: false })])
    expect(wrapper.text()).toContain('绩效指标30')
    expect(wrapper.text()).toContain('佐证.pdf')
    expect(wrapper.text()).toContain('仍然保留的填报和说明 1 项：C3 人工填报')
    await press(wrapper, '正式导入')
    await flushPromises()
    const bodies = await Promise.all(sentTo(sent, 'POST', '/imports').map((request) => request.json()))
    expect(bodies).toEqual([{ upload: 'u1', dry_run: true }, { upload: 'u1', dry_run: false }])
    expect(wrapper.text()).toContain('内容已经生效')
  })

  it('is not offered while the file has mistakes; each is listed with its cell', async () => {
    const { wrapper } = await open([outcome({ problems: [{ place: '绩效指标!I7', column: '权重', code: 'x', message: '权重不是数字' }], problems_not_listed: 4, rows_to_correct: 2 })])
    expect(wrapper.text()).toContain('需要改正 5 处')
    expect(wrapper.text()).toContain('待改正 2 行')
    expect(wrapper.findAll('button').map((button) => button.text())).not.toContain('正式导入')
    expect(wrapper.findAll('tbody td').map((cell) => cell.text())).toEqual(['绩效指标!I7', '权重', '权重不是数字'])
  })

  it('says which measures no record can answer, together where the reason is one', async () => {
    const message = '没有叫“会议台账”的台账'
    const measure = (indicator: string, name: string) => ({ indicator, name, code: 'ledgers.ledger.unknown', message })
    const { wrapper } = await open([outcome({ unanswerable: [measure('C1', '会议次数'), measure('C2', '参会人数')] })])
    expect(wrapper.findAll('li').map((line) => line.text())).toContain(`C1 会议次数、C2 参会人数：${message}`)
  })

  it('is for one year, and begins with a file', async () => {
    fakeServer(base)
    const wrapper = await mounted(ImportPage, { me: sessionOf(['indicators.import']) })
    expect(wrapper.get('select').element.value).toBe('2026')
    expect(wrapper.findAll('button').map((button) => button.text())).toContain('选择工作簿')
    expect(wrapper.text()).not.toContain('正式导入')
  })
})
