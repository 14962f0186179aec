// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { conditionOf, conditionText, signsOf, writtenAs } from './conditions'
import { choicesOf, columnOf, emptyColumn, findingsOfColumns, moved, typedColumn } from './definition'
import { cellsOf, doesAnything } from './difference'
import { changesBetween } from './history'
import { exportAddress, keyOf, recordColumns, registerPage, templateAddress, type ColumnType, type ImportResult, type LedgerColumn, type LedgerRecord, type RecordVersion } from './ledgers'
import { freeColumns, headersOf, meaningsOf, newHeaders } from './mapping'

const column = (title: string, type: ColumnType = 'text', more: Partial<LedgerColumn> = {}): LedgerColumn => ({ title, type, unit: null, choices: [], required: false, identity: false, period: false, ...more })
const wrong = (findings: Record<string, string | false>) => Object.keys(findings).filter((pointer) => findings[pointer])

describe('a condition', () => {
  const columns = [column('日期', 'date'), column('日期=', 'text'), column('状态', 'choice')]

  it('is written and read as the server reads it', () => {
    for (const condition of [{ column: '日期', sign: '>=', value: '2024-07' }, { column: '状态', sign: '=', value: '' }, { column: '日期=', sign: '~', value: 'a=b' }] as const)
      expect(conditionOf(writtenAs(condition), columns)).toEqual(condition)
    expect(conditionOf('没有的列=1', columns)).toBeUndefined()
    expect(conditionOf('状态', columns)).toBeUndefined()
  })

  it('has only the signs that its column knows', () => {
    expect(signsOf(column('a', 'money'))).toContain('>=')
    expect(signsOf(column('a', 'time'))).toContain('<=')
    expect(signsOf(column('a', 'text'))).toEqual(['=', '~'])
  })

  it('is said in words', () => {
    expect(conditionText({ column: '状态', sign: '=', value: ' ' })).toBe('状态 为空')
    expect(new Set((['=', '~', '>=', '<='] as const).map((sign) => conditionText({ column: 'a', sign, value: '1' }))).size).toBe(4)
  })
})

describe('records', () => {
  const columns = recordColumns([column('编号', 'text', { identity: true }), column('面积', 'decimal', { unit: '平方米' }), column('金额', 'money', { unit: '元' }), column('人数', 'integer'), column('号码', 'integer')])
  const record = { cells: ['HY-1', '12.5', '3.00', '1930', '12345678901234567890'] } as LedgerRecord

  it('have a column for each cell, with its unit', () => {
    expect(columns.map(({ title }) => title)).toEqual(['编号', '面积（平方米）', '金额', '人数', '号码'])
    expect(columns.map(({ fixed }) => fixed)).toEqual([true, false, false, false, false])
    expect(columns.map(({ kind }) => kind)).toEqual([undefined, 'number', 'money', 'number', 'number'])
  })

  it('show numbers exactly, however long', () => {
    expect(columns.map(({ value }) => value?.(record))).toEqual(['HY-1', '12.5', '3.00', 1930, '12345678901234567890'])
    expect(columns[3]?.value?.({ cells: ['a'] } as LedgerRecord)).toBe('')
  })

  it('are exported with what they were looked for', () => {
    expect(exportAddress('会议', 'csv', { q: '甲', filter: ['状态=已召开', '人数>=3'], sort: '-人数' }))
      .toBe(`/api/v1/ledgers/${encodeURIComponent('会议')}/export?${new URLSearchParams([['format', 'csv'], ['q', '甲'], ['filter', '状态=已召开'], ['filter', '人数>=3'], ['sort', '-人数']]).toString()}`)
    expect([templateAddress('a/b'), registerPage('a/b')]).toEqual(['/api/v1/ledgers/a%2Fb/template', '/ledgers/register/a%2Fb'])
  })

  it('of different registers are kept under different names that the server takes', () => {
    expect(keyOf('会议台账')).toMatch(/^[0-9a-f]{1,8}$/)
    expect(keyOf('会议台账')).not.toBe(keyOf('维修台账'))
  })

  it('say what became of them', () => {
    const version = (cells: Record<string, string>) => ({ cells }) as RecordVersion
    expect(changesBetween(version({ a: '1', b: '2' }), version({ a: '1', b: '3', c: '4' }))).toEqual([{ column: 'b', before: '2', after: '3' }, { column: 'c', before: '', after: '4' }])
    expect(changesBetween(undefined, version({ a: '1' }))).toEqual([])
  })
})

describe('a definition', () => {
  const typed = (more: object) => ({ ...emptyColumn(), title: '编号', identity: true, ...more })

  it('comes back as it was read', () => {
    const all = [column('编号', 'text', { identity: true, required: true }), column('面积', 'decimal', { unit: '平方米' }), column('状态', 'choice', { choices: ['甲', '乙'] }), column('日期', 'date', { period: true })]
    expect(all.map(typedColumn).map(columnOf)).toEqual(all)
  })

  it('leaves out what does not belong to the type, and an identity is required', () => {
    expect(columnOf(typed({ unit: '人', choices: '甲' }))).toMatchObject({ unit: null, choices: [], required: true })
    expect(choicesOf('甲、乙, 丙；\n丁，')).toEqual(['甲', '乙', '丙', '丁'])
  })

  it('is checked before it is sent', () => {
    expect(wrong(findingsOfColumns([typed({})]))).toEqual([])
    expect(wrong(findingsOfColumns([typed({ identity: false })]))).toEqual(['/columns'])
    expect(wrong(findingsOfColumns([typed({}), typed({ title: ' 编号 ' }), typed({ title: '' })]))).toEqual(['/columns/1/title', '/columns/2/title'])
    expect(wrong(findingsOfColumns([typed({}), typed({ title: 'a', type: 'choice', choices: '、' })]))).toEqual(['/columns/1/choices'])
    expect(wrong(findingsOfColumns([typed({}), typed({ title: 'a', period: true })]))).toEqual(['/columns/1/period'])
    const days = ['a', 'b'].map((title) => typed({ title, type: 'date', period: true }))
    expect(wrong(findingsOfColumns([typed({}), ...days]))).toEqual(['/columns'])
  })

  it('has its columns moved', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  })
})

describe('headers that no column has', () => {
  const headers = headersOf([{ sheet: '一月', header: '参会数' }, { sheet: '二月', header: '参会数' }, { sheet: '一月', header: '备注' }])

  it('are asked about once', () => {
    expect(headers).toEqual([{ header: '参会数', sheets: ['一月', '二月'] }, { header: '备注', sheets: ['一月'] }])
    expect(newHeaders(headers, headers.slice(0, 1))).toEqual(headers.slice(1))
  })

  it('mean a column or nothing, and no two the same', () => {
    expect(meaningsOf(headers, { 参会数: '参会人数', 备注: '' })).toEqual([{ header: '参会数', column: '参会人数' }, { header: '备注', column: null }])
    expect(freeColumns(['参会人数', '说明'], { 参会数: '参会人数', 备注: '' }, '备注')).toEqual(['说明'])
    expect(freeColumns(['参会人数', '说明'], { 参会数: '参会人数' }, '参会数')).toEqual(['参会人数', '说明'])
  })
})

it('a difference is told cell by cell', () => {
  expect(cellsOf([{ identity: '1', place: 'p', columns: [{ column: 'a', before: 'x', after: 'y' }, { column: 'b', before: '', after: 'z' }] }])).toEqual([
    { identity: '1', place: 'p', column: 'a', before: 'x', after: 'y' }, { identity: '1', place: 'p', column: 'b', before: '', after: 'z' }])
  const counts = (more: object) => ({ counts: { rows: 9, added: 0, changed: 0, restored: 0, unchanged: 9, missing: 0, removed: 0, totals: 0, problems: 0, ...more } }) as ImportResult
  expect([doesAnything(counts({})), doesAnything(counts({ missing: 1 })), doesAnything(counts({ restored: 1 }))]).toEqual([false, true, true])
})
