// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, QuietEvents, sessionOf } from '@/shared/testing'
import ReportPage from './ReportPage.vue'
import { marksOf, numbered, partsOf, piecesOf, whole, type Block, type Claim, type Finding, type Report } from './marks'

beforeEach(() => void vi.stubGlobal('EventSource', QuietEvents))

const block = (text: string, more: Partial<Block> = {}): Block => ({ kind: 'paragraph', text, line: 1, page: 0, sheet: null, table: 0, cells: [], ...more })
const claim = (of: number, at: number, size: number, value: string): Claim => ({ value, unit: '万元', measure: 'money', sign: null, about: false, label: '支出', block: of, at, size })
const finding = (name: string, severity: Finding['severity'], ...places: [number, number, number][]): Finding => ({
  finding: name, rule: 'L02', severity, message: `${name}矛盾`, numbers: [], fact: null, waiver: null,
  places: places.map(([of, at, size]) => ({ line: 1, column: 1, quote: '', words: `第${of}段`, block: of, at, size })),
})
const report = (more: Partial<Report>): Report => ({
  report: 'r1', name: '示例报告.docx', digest: 'd', bytes: 1, run: null, claims_count: 0, errors: 0, warnings: 0, notes: 0, open_errors: 0,
  account: 'jixiao', checked_at: '2026-11-25T00:00:00Z', blocks: [], claims: [], findings: [], remarks: [], ...more,
})

describe('the report in pieces', () => {
  const cut = (of: Report, index = 0) => {
    const one = of.blocks[index]!
    return piecesOf(one, index, marksOf(of, numbered(of)), whole(one))
  }

  it('are that text again, also with letters of two units and marks to its very ends', () => {
    const text = '𠮷支出98.28万元'
    const pieces = cut(report({ blocks: [block(text)], claims: [claim(0, 3, 7, '98.28')], findings: [finding('a', 'error', [0, 0, 1], [0, 8, 2])] }))
    expect(pieces.map((piece) => piece.text)).toEqual(['𠮷', '支出', '98.28', '万元'])
    expect(pieces.map((piece) => [piece.claim !== null, piece.about.length])).toEqual([[false, 1], [false, 0], [true, 0], [true, 1]])
  })

  it('name a finding once where its place begins, and two findings of one number both', () => {
    const pieces = cut(report({ blocks: [block('共10场')], claims: [claim(0, 1, 2, '10')], findings: [finding('n', 'note', [0, 0, 4]), finding('e', 'error', [0, 1, 2])] }))
    expect(pieces.map(({ text, begins, about }) => [text, begins.map(({ number }) => number), about.map(({ number }) => number)])).toEqual([['共', [2], [2]], ['10', [1], [1, 2]], ['场', [], [2]]])
  })

  it('stay inside their cell, and rows of one table are together', () => {
    const row = (table: number) => block('a|10', { kind: 'row', table, cells: [{ column: 0, at: 0, size: 1 }, { column: 1, at: 2, size: 2 }] })
    const of = report({ blocks: [row(1), row(1), row(2), block('x')], claims: [claim(0, 2, 2, '10')] })
    expect(piecesOf(of.blocks[0]!, 0, marksOf(of, []), of.blocks[0]!.cells[1]!).map(({ text }) => text)).toEqual(['10'])
    expect(partsOf(of).map(({ lines }) => lines.map(({ index }) => index))).toEqual([[0, 1], [2], [3]])
  })

  it('an empty block has none', () => expect(cut(report({ blocks: [block('')] }))).toEqual([]))
})

describe('the page of a checked report', () => {
  const shown = report({ errors: 1, notes: 1, open_errors: 1, blocks: [block('共10场'), block('共12场')], claims: [claim(0, 1, 2, '10')], findings: [finding('n', 'note', [1, 1, 2]), finding('e', 'error', [0, 1, 2], [1, 1, 2])] })
  const waiver = { reason: '口径不同', account: 'jixiao', at: '2026-11-25T01:00:00Z' }
  const answer = () => fakeServer({
    'GET /api/v1/check/reports/r1': { body: shown },
    'POST /api/v1/check/reports/r1/waivers': { status: 201, body: { ...shown, findings: shown.findings.map((one) => ({ ...one, waiver })) } },
  })
  const opened = () => mounted(ReportPage, { at: '/check/r1', path: '/check/:report', me: sessionOf(['check.read', 'check.waive']) })
  const named = (word: string) => document.querySelector<HTMLElement>(`[aria-label="${word}"]`)

  it('says what is to know of the check itself', async () => {
    fakeServer({ 'GET /api/v1/check/reports/r1': { body: report({ remarks: ['有的规则停下了'] }) } })
    const page = await opened()
    await flushPromises()
    expect(page.text()).toContain('有的规则停下了')
  })

  it('leads from a finding to its place and from the mark back', async () => {
    answer()
    await opened()
    expect([...document.querySelectorAll('ol > li')].map(({ id }) => id)).toEqual(['finding-1', 'finding-2'])
    document.getElementById('place-1-0')!.scrollIntoView = vi.fn()
    document.getElementById('finding-2')!.scrollIntoView = vi.fn()
    document.querySelector<HTMLElement>('a[href="#place-1-0"]')!.click()
    await flushPromises()
    expect(document.activeElement?.id).toBe('place-1-0')
    expect(document.querySelectorAll('mark.chosen').length).toBe(2)
    expect(document.querySelectorAll('[id="place-1-1"]').length).toBe(1)
    named('第 2 项：提示')!.click()
    await flushPromises()
    expect(document.activeElement?.id).toBe('finding-2')
  })

  it('hides a severity in both halves', async () => {
    answer()
    await opened()
    const box = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === '错误 1')!
    box.querySelector('input')!.click()
    await flushPromises()
    expect(document.querySelectorAll('ol > li').length).toBe(1)
    expect(document.querySelector('mark.error')).toBeNull()
  })

  it('a reason is asked for, and sent once', async () => {
    const sent = answer()
    await opened()
    named('说明理由 1')!.click()
    await flushPromises()
    const submit = async () => {
      document.querySelector('form')!.dispatchEvent(new Event('submit'))
      await flushPromises()
    }
    await submit()
    expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
    const field = document.querySelector('textarea')!
    field.value = '口径不同'
    field.dispatchEvent(new Event('input'))
    await submit()
    const posts = sent.filter(({ method }) => method === 'POST')
    expect(posts.length).toBe(1)
    expect(await posts[0]!.json()).toEqual({ finding: 'e', reason: '口径不同' })
  })
})
