// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { useSession, type Session } from '@/shared/session'
import { fakeServer, mounted, problem } from '@/shared/testing'
import ReportPage from './ReportPage.vue'
import { blockOfFact, factPath, gapsOf, outlineOf, placedFindings, sectionsByBlock } from './document'
import type { Block, Preview, ReportFact, Section, TextRun } from './queries'

beforeEach(() => {
  vi.stubGlobal('EventSource', class { addEventListener = () => undefined; close = () => undefined })
  Element.prototype.scrollIntoView = vi.fn()
})

const text = (words: string, more: Partial<TextRun> = {}): TextRun => ({ text: words, fact: null, bold: false, missing: false, ...more })
const heading = (words: string, level = 2, name: string | null = null): Block => ({ type: 'heading', level, text: words, section: name })
const paragraph = (...runs: TextRun[]): Block => ({ type: 'paragraph', style: 'body', runs })
const cell = (words: string, more: object = {}) => ({ runs: [text(words)], column_span: 1, row_span: 1, align: 'left' as const, header: false, ...more })
const fact = (more: Partial<ReportFact> = {}): ReportFact => ({ title: '承办会议次数', value: '1930场', formula: '记录数', period: '2024', digest: 'd', definition: '', record_count: 1930, fact: '/api/v1/indicators/runs/r2/facts/A1', records: '/api/v1/indicators/runs/r2/facts/A1/records', columns: null, rows: null, ...more })
const section = (more: Partial<Section> = {}): Section => ({ section: 'next_year', title: '下一步工作', text: '', version: 0, account: null, at: null, ...more })

const blocks: Block[] = [
  heading('自评结论', 1),
  paragraph(text('全年承办会议'), text('1930场', { fact: 'A1' }), text('，自评得分'), text('98.28', { fact: 'score.total' }), text('。')),
  { type: 'table', caption: '自评表', widths: [1, 3], header_rows: 1, rows: [[cell('指标', { column_span: 2, header: true, align: 'center' })], [cell('产出', { row_span: 2 }), cell('会议')], [cell('培训')]] },
  { type: 'page_break' },
  heading('下一步工作', 2, 'next_year'),
  paragraph(text('【本节尚未填写】', { missing: true })),
]
const preview = (more: Partial<Preview> = {}): Preview => ({
  year: 2024, run: 'r2', title: '某中心2024年度整体绩效自评报告（示例）', organisation: '某中心', date: '2025年1月20日', signed_by: null, missing: 1, blocks,
  facts: { A1: fact(), 'score.total': fact({ title: '总分', value: '98.28', fact: null, records: null, columns: ['指标', '得分'], rows: [['指标A1', '5.00']] }) },
  findings: [{ severity: 'error', severity_text: '错误', code: 'A1', rule: 'x', message: '会议次数前后不一', places: '自评表!C4' }, { severity: 'note', severity_text: '提示', code: 'B9', rule: 'y', message: '预算执行偏低', places: null }], ...more,
})

describe('the document', () => {
  it('has contents, gaps, and a place for each figure', () => {
    expect(outlineOf(blocks).map(({ id, text: words }) => `${id} ${words}`)).toEqual(['part-0 自评结论', 'part-4 下一步工作'])
    expect(gapsOf(blocks)).toEqual([{ id: 'part-5', text: '【本节尚未填写】' }])
    expect([blockOfFact(blocks, 'score.total'), blockOfFact(blocks, 'nothing')]).toEqual([1, -1])
  })

  it('puts a section at the heading that names it; one without a heading nowhere', () => {
    const places = sectionsByBlock(blocks, [section(), section({ section: 'cost', title: '成本指标完成情况分析' })])
    expect([...places].map(([at, { section: name }]) => [at, name])).toEqual([[4, 'next_year']])
  })

  it('places a finding where its indicator is printed', () => {
    expect(placedFindings(preview()).map(({ code, fact: shown }) => [code, shown])).toEqual([['A1', 'A1'], ['B9', null]])
  })

  it('reads the path of a fact', () => {
    expect(factPath('/api/v1/indicators/runs/r2/facts/budget.line.%E7%94%B2')).toEqual({ run: 'r2', code: 'budget.line.甲' })
    expect(factPath('/api/v1/other')).toBeNull()
  })
})

const of = '/api/v1/reports/years/2024'
const answers = (shown: object = { body: preview() }, sections = [section()]) => ({
  'GET /api/v1/indicators/years': { body: { items: [{ year: 2024 }], next: null } },
  'GET /api/v1/indicators/years/2024/runs': { body: { items: [{ run: 'r2', at: '2025-01-10T02:00:00Z', total: '98.28', signature: null }], next: null } },
  [`GET ${of}/preview`]: shown,
  [`GET ${of}/sections`]: { body: { items: sections, next: null } },
  [`GET ${of}/sections/next_year`]: { body: section({ text: '加强管理。', version: 2, account: 'jixiao', at: '2025-01-11T01:00:00Z' }), headers: { etag: '"2"' } },
})

function asOne(component: Component, permissions: string[]) {
  return defineComponent({
    setup() {
      useSession().enter({ person: 'p', permissions, csrf_token: 'c' } as unknown as Session)
      return () => h(component)
    },
  })
}
async function open(from: Parameters<typeof fakeServer>[0], permissions = ['reports.read', 'reports.text']) {
  const sent = fakeServer(from)
  const wrapper = await mounted(asOne(ReportPage, permissions), { at: '/reports' })
  await flushPromises()
  const press = async (word: string) => {
    await wrapper.findAll('button').find((one) => one.text() === word)?.trigger('click')
    await flushPromises()
  }
  return { wrapper, sent, press }
}

describe('the report in the page', () => {
  it('shows the newest evaluated year as the server composed it, merged cells and all', async () => {
    const { wrapper } = await open(answers())
    const body = wrapper.get('article')
    expect(body.text()).toContain('全年承办会议1930场，自评得分98.28。')
    expect(body.findAll('th,td').map((one) => [one.text(), one.attributes('colspan'), one.attributes('rowspan')])).toEqual([['指标', '2', '1'], ['产出', '1', '2'], ['会议', '1', '1'], ['培训', '1', '1']])
    expect(body.get('mark').text()).toBe('【本节尚未填写】')
  })

  it('every figure opens what it rests on: records of the run, or rows of the score table', async () => {
    const { wrapper } = await open({
      ...answers(),
      'GET /api/v1/indicators/runs/r2/facts/A1': { body: { code: 'A1', name: '承办会议次数', printed: '1930场', formula: '记录数', definition: '', period: '2024', digest: 'd', missing: null, records: 1 } },
      'GET /api/v1/indicators/runs/r2/facts/A1/records': { body: { columns: [{ name: '会议名称', type: 'text', unit: null }], total: 1, unreadable: null, items: [{ id: '1', place: '会议!A2', digest: 'd', role: 'counted', cells: ['第一次会议（示例）'], state: 'changed' }], next: null } },
    })
    const drawerOf = async (name: string) => {
      await wrapper.get(`[data-fact="${name}"] button`).trigger('click')
      await vi.dynamicImportSettled()
      await flushPromises()
      return [...document.querySelectorAll('.el-drawer')].at(-1)?.textContent ?? ''
    }
    const records = await drawerOf('A1')
    expect(records).toContain('会议名称')
    expect(records).toContain('第一次会议（示例）已变化')
    expect(await drawerOf('score.total')).toContain('指标A15.00')
  })

  it('findings and gaps lead to their place', async () => {
    const { wrapper, press } = await open(answers())
    await press('跳到报告中的位置')
    expect(document.activeElement?.textContent).toBe('1930场')
    await press('【本节尚未填写】')
    expect(document.activeElement?.id).toBe('part-5')
    expect(wrapper.findAll('aside a').map((link) => link.attributes('href'))).toContain('/self-evaluation?year=2024&run=r2&code=A1')
  })

  it('without an evaluation it says where to begin; a refusal says why', async () => {
    const none = await open({ ...answers(), 'GET /api/v1/indicators/years/2024/runs': { body: { items: [], next: null } } })
    expect(none.sent.some(({ url }) => url.includes('/preview'))).toBe(false)
    expect(none.wrapper.text()).toContain('还没有可以生成报告的评价')
    none.wrapper.unmount()
    const { wrapper } = await open(answers({ status: 409, body: problem(409, 'reports.records_changed') }))
    expect(wrapper.get('[role=alert]').text()).toContain('reports.records_changed')
  })
})

describe('a section by hand', () => {
  it('is written in its place with the tag it was read with, and the report is asked for anew', async () => {
    const saved = section({ text: '新的文字', version: 3, account: 'jixiao', at: '2025-01-12T01:00:00Z' })
    const { wrapper, sent, press } = await open({ ...answers(), [`PUT ${of}/sections/next_year`]: { body: saved, headers: { etag: '"3"' } } })
    await press('编写“下一步工作”')
    const area = wrapper.get<HTMLTextAreaElement>('form textarea')
    expect(area.element.value).toBe('加强管理。')
    expect(wrapper.get('form').text()).toContain('第 2 版，jixiao')
    await area.setValue('新的文字')
    const before = sent.filter(({ url }) => url.includes('/preview')).length
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const put = sent.find(({ method }) => method === 'PUT')
    expect(put?.headers.get('if-match')).toBe('"2"')
    expect(await put?.json()).toEqual({ text: '新的文字' })
    expect(sent.filter(({ url }) => url.includes('/preview')).length).toBe(before + 1)
    expect(wrapper.find('form.editor').exists()).toBe(false)
  })

  it('somebody else’s text is never overwritten in silence', async () => {
    let version = 2
    const read = () => ({ body: section({ text: version === 2 ? '加强管理。' : '别人的文字', version }), headers: { etag: `"${version}"` } })
    const { wrapper, press } = await open({ ...answers(), [`GET ${of}/sections/next_year`]: read, [`PUT ${of}/sections/next_year`]: { status: 412, body: problem(412, 'request.changed_meanwhile') } })
    await press('编写“下一步工作”')
    version = 3
    await wrapper.get('form textarea').setValue('我的文字')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const dialog = document.querySelector('.clashes')?.textContent ?? ''
    expect(dialog).toContain('别人的文字')
    expect(dialog).toContain('我的文字')
    expect(wrapper.get<HTMLTextAreaElement>('form textarea').element.value).toBe('我的文字')
  })

  it('a figure is put in by its name where the cursor is', async () => {
    const { wrapper, press } = await open(answers())
    await press('编写“下一步工作”')
    const area = wrapper.get<HTMLTextAreaElement>('form textarea')
    area.element.setSelectionRange(2, 2)
    await wrapper.get('form select').setValue('承办会议次数')
    await flushPromises()
    expect(area.element.value).toBe('加强{承办会议次数}管理。')
  })

  it('is not offered to whoever may only read', async () => {
    const { wrapper } = await open(answers(), ['reports.read'])
    expect(wrapper.findAll('button').some((one) => one.text().startsWith('编写'))).toBe(false)
    expect(wrapper.get('aside').text()).toContain('下一步工作')
  })
})

describe('rendering', () => {
  it('is a job for the run that is shown, dated as shown', async () => {
    const { sent, press } = await open({ ...answers(), [`POST ${of}/renderings`]: { status: 202, body: { job: 'j1' } } })
    await press('生成文件')
    expect(document.querySelector('.el-dialog')?.textContent).toContain('还有 1 处缺少')
    ;[...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')].find((one) => one.textContent?.trim() === '生成文件')?.click()
    await flushPromises()
    const post = sent.find(({ method }) => method === 'POST')
    expect(await post?.json()).toMatchObject({ run: 'r2' })
    expect(post?.headers.get('idempotency-key')).toBeTruthy()
    expect(sent.some(({ url }) => url.endsWith('/api/v1/jobs/j1'))).toBe(true)
  })

  it('a refusal is told', async () => {
    const { press } = await open({ ...answers(), [`POST ${of}/renderings`]: { status: 409, body: problem(409, 'reports.run.none') } })
    await press('生成文件')
    ;[...document.querySelectorAll<HTMLButtonElement>('.el-dialog button')].find((one) => one.textContent?.trim() === '生成文件')?.click()
    await flushPromises()
    expect(document.querySelector('.el-dialog .summary')?.textContent).toContain('reports.run.none')
  })
})
