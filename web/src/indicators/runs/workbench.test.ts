// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem } from '@/shared/testing'
import EvidenceFiles from './EvidenceFiles.vue'
import WorkbenchPage from './WorkbenchPage.vue'
import { asOne, finding, indicator, QuietEvents, row, run } from './sample'
import { useIndicatorForm } from './useIndicatorForm'

beforeEach(() => void vi.stubGlobal('EventSource', QuietEvents))

const year = '/api/v1/indicators/years/2024'
const entryOf = (code: string) => ({ code, actual: '', band: '', published: '', remark: '' })
const withTag = (body: unknown, etag: string) => ({ body, headers: { etag } })
const writing = (code: string) => ({
  [`GET ${year}/entries/${code}`]: withTag(entryOf(code), '"e1"'),
  ...Object.fromEntries(['cause', 'excess', 'measure'].map((kind) => [`GET ${year}/notes/${code}/${kind}`, withTag({ code, kind, text: '' }, `"${kind}1"`)])),
})

describe('what people write about an indicator', () => {
  it('sends only the parts that were changed, each with its own tag', async () => {
    const sent = fakeServer({ ...writing('A1'), [`PUT ${year}/notes/A1/cause`]: withTag({ code: 'A1', kind: 'cause', text: '停办' }, '"cause2"') })
    const edit = useIndicatorForm('2024', 'A1')
    await edit.load()
    edit.form.value!.cause = '停办'
    expect(await edit.save()).toBe(true)
    const puts = sent.filter(({ method }) => method === 'PUT')
    expect(puts.map(({ url, headers }) => [new URL(url).pathname.split('/').at(-1), headers.get('if-match')])).toEqual([['cause', '"cause1"']])
    edit.form.value!.cause = '停办两场'
    await edit.save()
    expect(sent.at(-1)?.headers.get('if-match')).toBe('"cause2"')
  })

  it('after a refusal of one part only the rest is sent again, and the field is named', async () => {
    let isRefused = true
    const refusal = { status: 422, body: problem(422, 'request.fields_wrong', [{ pointer: '/text', code: 'x', message: '太长' }]) }
    const sent = fakeServer({
      ...writing('A1'),
      [`PUT ${year}/entries/A1`]: withTag({ ...entryOf('A1'), actual: '98场' }, '"e2"'),
      [`PUT ${year}/notes/A1/measure`]: () => (isRefused ? refusal : withTag({ code: 'A1', kind: 'measure', text: '改' }, '"m2"')),
    })
    const edit = useIndicatorForm('2024', 'A1')
    await edit.load()
    Object.assign(edit.form.value!, { actual: '98场', measure: '改' })
    expect(await edit.save()).toBe(false)
    expect(edit.problem.value?.errors[0]?.pointer).toBe('/measure')
    isRefused = false
    expect(await edit.save()).toBe(true)
    expect(sent.filter(({ method, url }) => method === 'PUT' && url.includes('/entries/'))).toHaveLength(1)
  })

  it('clashes only where both wrote the same, and goes on from what the other wrote', async () => {
    let theirs = ''
    const state = () => withTag({ ...entryOf('A1'), actual: theirs, remark: theirs ? '别人的备注' : '' }, theirs ? '"e9"' : '"e1"')
    const sent = fakeServer({ ...writing('A1'), [`GET ${year}/entries/A1`]: state, [`PUT ${year}/entries/A1`]: () => (theirs && sent.at(-1)?.headers.get('if-match') === '"e1"' ? { status: 412, body: problem(412, 'request.changed_meanwhile') } : withTag({ ...entryOf('A1') }, '"e10"')) })
    const edit = useIndicatorForm('2024', 'A1')
    await edit.load()
    theirs = '97场'
    edit.form.value!.actual = '98场'
    expect(await edit.save()).toBe(false)
    expect(edit.conflict.value?.clashes.map(({ field }) => field)).toEqual(['actual'])
    edit.settle({ actual: 'mine' })
    expect(edit.form.value).toMatchObject({ actual: '98场', remark: '别人的备注' })
    expect(await edit.save()).toBe(true)
    expect(sent.at(-1)?.headers.get('if-match')).toBe('"e9"')
  })
})

describe('the workbench', () => {
  const answers = (of = run()) => ({
    'GET /api/v1/indicators/years': { body: { items: [{ year: 2023, runs: 1 }, { year: 2024, runs: 1 }], next: null } },
    [`GET ${year}/targets`]: { body: { indicators: [indicator('A1'), indicator('A2', { measure: null })] } },
    [`GET ${year}/runs`]: { body: { items: [of], next: null } },
    [`GET ${year}/desk`]: { body: { missing: [] } },
    [`GET ${year}/evidence`]: { body: { items: [], next: null } },
    'GET /api/v1/indicators/runs/r2': { body: of },
    'GET /api/v1/indicators/rule-sets': { body: { items: [], next: null } },
    'GET /api/v1/indicators/runs/r2/facts/A1/records': { body: { columns: [{ name: '会议名称', type: 'text', unit: null }], total: 1, unreadable: null, items: [{ id: '1', place: '会议!A2', digest: 'd', role: 'counted', cells: ['第一次会议（示例）'], state: 'unchanged' }], next: null } },
    ...writing('A1'), ...writing('A2'),
  })
  const open = (of: Parameters<typeof fakeServer>[0], permissions = ['indicators.read', 'indicators.edit', 'indicators.evaluate'], at = '/self-evaluation') => {
    const sent = fakeServer(of)
    return mounted(asOne(WorkbenchPage, permissions), { at }).then((wrapper) => ({ wrapper, sent }))
  }

  it('opens the newest year with its newest run: list, score with its formula, records', async () => {
    const { wrapper } = await open(answers())
    expect(wrapper.findAll('nav .row').map((one) => one.text())).toEqual(['Indicator A1满分5.00 / 5', 'Indicator A2未得满分4.99 / 5'])
    expect(wrapper.text()).toContain('98.28')
    expect(wrapper.text()).toContain('target met: full marks')
    await flushPromises()
    expect(wrapper.text()).toContain('第一次会议（示例）')
  })

  it('the arrow keys go on to the next indicator, and the address keeps it', async () => {
    const { wrapper } = await open(answers())
    await wrapper.get('nav .row').trigger('keydown', { key: 'ArrowDown' })
    await flushPromises()
    expect(wrapper.vm.$router.currentRoute.value.query.code).toBe('A2')
    expect(document.activeElement?.textContent).toContain('Indicator A2')
    // Nothing measures A2: its value is entered.
    expect(wrapper.findAll('label').some((label) => label.text() === '实际完成值（填报）')).toBe(true)
  })

  it('what the address names of another year gives way to what this year has', async () => {
    const { sent } = await open(answers(), ['indicators.read'], '/self-evaluation?year=2024&run=elsewhere&code=elsewhere')
    expect(sent.some(({ url }) => url.includes('elsewhere'))).toBe(false)
    expect(sent.some(({ url }) => url.endsWith('/runs/r2'))).toBe(true)
  })

  it('an open error is shown at its indicator with the way to it', async () => {
    const { wrapper } = await open(answers(run({ findings: [finding(3), finding(4, { severity: 'warning', message: 'odd' })], open_errors: 1 })))
    expect(wrapper.get('nav .row').text()).toContain('1 处错误')
    expect(wrapper.find('a[href$="#finding-3"]').exists()).toBe(true)
    expect(wrapper.text()).toContain('警告 odd')
  })

  it('shows whoever may only read no button and no field to change', async () => {
    const { wrapper } = await open(answers(), ['indicators.read'])
    const words = wrapper.findAll('button').map((one) => one.text())
    expect(words.filter((word) => ['评价', '保存', '上传佐证材料'].includes(word))).toEqual([])
    expect(wrapper.findAll<HTMLTextAreaElement>('form textarea').every((area) => area.element.readOnly)).toBe(true)
  })

  it('says what to do when there are no indicators, and when nothing was evaluated', async () => {
    const none = await open({ ...answers(), 'GET /api/v1/indicators/years': { body: { items: [], next: null } }, [`GET ${year}/targets`]: { body: { indicators: [] } }, [`GET ${year}/runs`]: { body: { items: [], next: null } } }, ['indicators.evaluate'], '/self-evaluation?year=2024')
    expect(none.wrapper.text()).toContain('还没有绩效指标')
    expect(none.sent.some(({ url }) => url.includes('/desk'))).toBe(false)
    expect(none.wrapper.findAll('button').some((one) => one.text() === '评价')).toBe(false)
    none.wrapper.unmount()
    const { wrapper } = await open({ ...answers(), [`GET ${year}/runs`]: { body: { items: [], next: null } } })
    expect(wrapper.text()).toContain('本年度还没有评价')
    expect(wrapper.findAll('nav .row').map((one) => one.text())).toEqual(['Indicator A1未评价权重 5', 'Indicator A2未评价权重 5'])
  })

  it('what cannot be read says why', async () => {
    const { wrapper } = await open({ ...answers(), [`GET ${year}/targets`]: { status: 403, body: problem(403, 'request.not_permitted') } })
    expect(wrapper.get('[role=alert]').text()).toContain('request.not_permitted')
  })

  it('a row without records has a value that opens nothing', async () => {
    const { wrapper } = await open(answers(run({ rows: [row('A1', { has_fact: false })] })))
    expect(wrapper.find('button.figure[aria-label^="100，"]').exists()).toBe(false)
    expect(wrapper.text()).toContain('由人工填报')
  })
})

describe('evidence', () => {
  const file = (more: object) => ({ code: 'A1', name: '纪要.pdf', digest: 'ab', bytes: 2048, type: 'pdf', preview: true, indicators: ['A1', 'A2'], run: 'r2', facts: ['A1'], ...more })

  it('lists the indicator’s own files, what else rests on them, and shows what can be shown', async () => {
    fakeServer({ [`GET ${year}/evidence`]: { body: { items: [file({}), file({ name: '台账.xlsx', digest: 'cd', type: 'xlsx', preview: false, indicators: ['A1'], facts: [] }), file({ code: 'A2', name: '别的.pdf' })], next: null } } })
    const wrapper = await mounted(asOne(EvidenceFiles, ['indicators.edit'], { year: '2024', code: 'A1' }))
    expect(wrapper.findAll('li > a').map((link) => link.text())).toEqual(['纪要.pdf', '台账.xlsx'])
    expect(wrapper.get('li p a').text()).toBe('A2')
    const previews = wrapper.findAll('button').filter((one) => one.text() === '预览')
    expect(previews).toHaveLength(1)
    await previews[0]?.trigger('click')
    expect(document.querySelector('iframe')?.getAttribute('src')).toBe('/api/v1/indicators/evidence/ab?name=%E7%BA%AA%E8%A6%81.pdf&preview=true')
  })

  it('is handed in at the indicator, not among the files for jobs', async () => {
    const opened: string[] = []
    vi.stubGlobal('XMLHttpRequest', class {
      upload = {}
      open(_: string, url: string) { opened.push(url) }
      setRequestHeader = () => undefined
      send = () => undefined
      abort = () => undefined
    })
    fakeServer({ [`GET ${year}/evidence`]: { body: { items: [], next: null } } })
    const wrapper = await mounted(asOne(EvidenceFiles, ['indicators.edit'], { year: '2024', code: 'A 1' }))
    const input = wrapper.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [new File(['%PDF-1.7'], '纪要.pdf')] })
    await input.trigger('change')
    await vi.waitFor(() => expect(opened).toEqual([`${year}/evidence/A%201?name=%E7%BA%AA%E8%A6%81.pdf`]))
  })
})
