// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import { merged } from '@/shared/api/merge'
import { differences, exactText, methodOf, registerOf, wantsField, withCondition } from './measure'
import { aboutWishes, beforeOf, changesOf, linesOf, nothingWanted } from './revision'
import { asSheet, settingOf, settingRow, supportOf, supportRow } from './sheet'
import { inForce, setting, targets } from './sample'
import { filled, keyed, mistakes, placeText, refused, sheetsOf, tableOf, unkeyed, withRoom } from './tableEdit'
import { isSame, sumOfWeights, treeOf } from './weights'

describe('weights', () => {
  it('add up exactly, whatever is still being typed beside them', () => {
    expect(sumOfWeights(['0.1', '0.2', '', null, 'x', '10.00'])).toBe('10.3')
    expect(sumOfWeights(Array.from({ length: 80 }, () => '1.01'))).toBe('80.8')
    expect([isSame('80', '80.00'), isSame('80', '80.01'), isSame('', '')]).toEqual([true, false, false])
  })

  it('are summed by first and second level in the order of the table', () => {
    const rows = [setting('C1'), setting('C2', { level2: '质量指标', weight: '5.5' }), setting('C3', { level1: '效益指标', weight: null }), setting('C4')]
    const tree = treeOf(rows).map(({ name, weight, count, branches }) => [name, weight, count, branches.map((one) => [one.name, one.weight])])
    expect(tree).toEqual([['产出指标', '25.5', 3, [['数量指标', '20'], ['质量指标', '5.5']]], ['效益指标', '0', 1, [['数量指标', '0']]]])
  })
})

describe('the sheets', () => {
  it('give back what they were made of', () => {
    const all = targets()
    expect(settingOf(settingRow(setting('C1', { weight: null, measure: null })))).toEqual(setting('C1', { weight: null, measure: null }))
    expect(tableOf(sheetsOf(all))).toEqual({ goals: all.goals, indicators: all.first, supports: all.supports })
    const support = { code: 'S2', name: '面积', measure: setting('C1').measure, definition: 'd', unit: '万m²', decimals: 2 }
    expect(supportOf(supportRow(support))).toEqual(support)
  })

  it('go to WPS with the columns of the workbook, titles first', () => {
    const [head = '', first = ''] = asSheet([setting('C1', { definition: '两行\n定义' })]).split('\n')
    expect(head.split('\t').slice(0, 9)).toEqual(['指标编码', '目标序号', '一级指标', '二级指标', '三级指标', '计算符号', '目标值', '计量单位', '权重'])
    expect(head.split('\t')).toHaveLength(16)
    expect(first.split('\t').slice(9, 13)).toEqual(['台账:会议台账', '计数', '', '状态=已召开'])
  })

  it('leave out empty rows, and an emptied row is gone', () => {
    const sheets = sheetsOf(targets())
    const [first, second = []] = sheets.indicators
    const indicators = withRoom([second.map(() => ' '), first ?? []], 16, 2)
    expect(filled(indicators).map(({ at, cells }) => [at, cells[0]])).toEqual([[1, 'C1']])
    expect(Object.keys(keyed({ ...sheets, indicators }))).toEqual(['i:C1', 'g:1', 's:S1'])
  })

  it('say which cell is wrong before the server is asked', () => {
    const row = (...cells: string[]) => [...cells, ...Array.from({ length: 16 - cells.length }, () => '')]
    const rows = [row('C1', '', '产出指标', '', '甲', '', '100', '', '1O'), row(''), row('C1', '', '', '', '乙', '', '1')]
    const found = mistakes({ indicators: rows, goals: [], supports: [['S1', '甲', '', '', '', '', '', '', '', '', '二']] })
    expect(found.map(({ sheet, row: at, key }) => `${placeText(sheet, at, key)}`)).toEqual(['绩效指标第 1 行指标编码', '绩效指标第 1 行权重', '绩效指标第 3 行指标编码', '绩效指标第 3 行一级指标', '支撑数据第 1 行小数位'])
  })

  it('find the cell that the server speaks of, also with empty rows above it', () => {
    const sheets = sheetsOf(targets())
    const sent = { ...sheets, indicators: [[''], ...sheets.indicators] }
    const error = (pointer: string) => ({ pointer, code: 'x', message: 'm' })
    expect(refused([error('/indicators/1/target'), error('/indicators/0/measure/source'), error('/indicators'), error('')], sent)).toEqual([
      { sheet: 'indicators', row: 2, key: 'target', message: 'm', text: '100' },
      { sheet: 'indicators', row: 1, key: 'source', message: 'm', text: '台账:会议台账' },
      { sheet: 'indicators', row: null, key: '', message: 'm', text: '' },
      { sheet: null, row: null, key: '', message: 'm', text: '' },
    ])
  })

  it('of two people who changed different rows go together, without the row that one of them deleted', () => {
    const base = keyed(sheetsOf(targets({ first: [setting('C1'), setting('C2'), setting('C3')] })))
    const mine = keyed(sheetsOf(targets({ first: [setting('C1', { target: '120' }), setting('C2')] })))
    const theirs = keyed(sheetsOf(targets({ first: [setting('C1'), setting('C2', { weight: '8' }), setting('C3'), setting('C4')] })))
    const both = JSON.parse(JSON.stringify(merged(base, mine, theirs, {}))) as typeof base
    expect(tableOf(unkeyed(both)).indicators.map(({ code, target, weight }) => [code, target, weight])).toEqual([['C1', '120', '10'], ['C2', '100', '8'], ['C4', '100', '10']])
  })
})

describe('a revision', () => {
  const now = [inForce('C1', { weight: '10' }), inForce('C2', { measure: null })]

  it('repeats what is in force, and names parts as the workbook does', () => {
    const wishes = [
      { ...nothingWanted(), code: 'C1', after: ' 120 ', reason: '任务增加' },
      { ...nothingWanted(), code: 'C2', part: 'source' as const, after: '台账:维修台账' },
      { ...nothingWanted(), kind: 'remove' as const, code: 'C2' },
      { ...nothingWanted(), kind: 'add' as const, code: 'C9', values: { level1: '产出指标', name: '新', target: '5', unit: ' ' } },
    ]
    expect(changesOf(wishes, now)).toEqual([
      { from: 0, change: { kind: 'change', code: 'C1', part: '目标值', before: '100', after: '120', reason: '任务增加' } },
      { from: 1, change: { kind: 'change', code: 'C2', part: '数据来源', before: '', after: '台账:维修台账', reason: '' } },
      { from: 2, change: { kind: 'remove', code: 'C2', reason: '' } },
      ...[['一级指标', '产出指标'], ['三级指标', '新'], ['目标值', '5']].map(([part, after]) => ({ from: 3, change: { kind: 'add', code: 'C9', part, before: '', after, reason: '' } })),
    ])
    expect(beforeOf({ ...nothingWanted(), code: 'C1', part: 'filter' }, now)).toBe('状态=已召开')
  })

  it('is refused at what the person filled in, not at a line they never saw', () => {
    const errors = [{ pointer: '/changes/2/after', code: 'x', message: 'm' }, { pointer: '/document', code: 'y', message: 'n' }]
    const refusal = new ApiProblem({ status: 422, code: 'request.fields_wrong', detail: 'd', errors, trace_id: 't' })
    const moved = aboutWishes(refusal, [{ from: 0 }, { from: 1 }, { from: 1 }])
    expect(moved.errors.map(({ pointer }) => pointer)).toEqual(['/wishes/1', '/document'])
    expect(moved.traceId).toBe('t')
  })

  it('is listed line by line with the names that the indicators have or had', () => {
    const changes = [{ kind: 'change' as const, code: 'C1', part: '目标值', before: '100', after: '120' }, { kind: 'remove' as const, code: 'C7' }]
    const lines = linesOf(targets({ first: [setting('C1'), setting('C7', { name: '旧指标' })], indicators: [inForce('C1')], revisions: [{ document: '示例〔2026〕1号', date: '2026-07-01', changes }] }))
    expect(lines.map(({ name, before, after, date }) => [name, before, after, date])).toEqual([['示例指标C1', '100', '120', '2026-07-01'], ['旧指标', '', '', '2026-07-01']])
  })
})

describe('the measure language', () => {
  it('knows registers, and what each method wants', () => {
    expect([registerOf('台账:会议台账'), registerOf('台账：会议台账'), registerOf('预算:支付'), registerOf('台账:')]).toEqual(['会议台账', '会议台账', null, null])
    expect([wantsField(methodOf('计数')), wantsField(methodOf('求和')), wantsField(methodOf('不是'))]).toEqual([false, true, false])
  })

  it('shows whole fractions as whole numbers', () => {
    expect(['86/1', '200/3', '11/11'].map(exactText)).toEqual(['86', '200/3', '11/11'])
  })

  it('puts conditions one after the other', () => {
    expect(withCondition('', '状态', '=', ' 已召开 ')).toBe('状态=已召开')
    expect(withCondition('状态=已召开；', '类别', '=', '甲|乙')).toBe('状态=已召开; 类别=甲|乙')
  })

  it('offers differences of two times or two dates only', () => {
    const column = (title: string, type: 'time' | 'date' | 'text') => ({ title, type })
    expect(differences([column('报修时间', 'time'), column('修复时间', 'time'), column('日期', 'date'), column('说明', 'text')])).toEqual(['报修时间-修复时间', '修复时间-报修时间'])
  })
})
