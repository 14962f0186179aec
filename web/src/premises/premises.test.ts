// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { isWanted, outlinesOf, planesOf, shapeOf, titleLegend, titleLooks } from './onMap'
import { areaFrom, areasText, exportAddress, filePage, largeAreaText, squareMetres, unitNumberText } from './premises'
import { areaOf, barWidth, isMatch, lastDayOf, lookOf, memberOfBuilding, progressLooks, steps } from './registration'
import { member, outline } from './sample'

describe('areas', () => {
  it('are exact, and rounded once where they are large', () => {
    expect(squareMetres('1234567.80')).toContain('1,234,567.80')
    expect(largeAreaText('105800.00')).toContain('10.58')
    expect([largeAreaText('50.00'), largeAreaText('49.99')].map((text) => /[\d.]+/.exec(text)?.[0])).toEqual(['0.01', '0.00'])
    expect(areaOf([member('1'), member('2', { area_m2: '0.01' })])).toBe('100.51')
  })

  it('are kept apart by source', () => {
    const areas = [{ source: 'survey' as const, area_m2: '12000.00' }]
    expect([areaFrom(areas, 'survey'), areaFrom(areas, 'certificate')]).toEqual(['12000.00', null])
    expect(areasText(areas)).toContain('1.20')
    expect(areasText([])).toBe('')
  })
})

describe('a unit number', () => {
  it('is shown in its groups when it has 28 letters and digits, blanks not counted', () => {
    expect(unitNumberText('420112001001GB00001F00010001')).toBe('420112 001 001 GB00001 F00010001')
    expect(unitNumberText('420112 001001 GB00001 F00010001')).toBe('420112 001 001 GB00001 F00010001')
  })
  it.each(['420112001001GB00001F0001000', '420112001001GB00001F000100011', ''])('stays as it is otherwise: %s', (text) => expect(unitNumberText(text)).toBe(text))
})

it('addresses keep what a code has in it', () => {
  expect(filePage('building', 'FW 1/2')).toBe('/premises/buildings/FW%201%2F2')
  expect(exportAddress('buildings', { q: '甲&乙' })).toBe('/api/v1/premises/export?sheet=buildings&q=%E7%94%B2%26%E4%B9%99')
  expect(exportAddress(null)).toBe('/api/v1/premises/export')
})

describe('on the map', () => {
  it('land lies under buildings, and coordinates are turned once', () => {
    const map = { epsg: 4547, buildings: [outline('B')], parcels: [outline('P', { kind: 'parcel' })], without_outline: [] }
    expect(outlinesOf(map).map(({ code }) => code)).toEqual(['P', 'B'])
    expect(shapeOf(outline('B')).polygons[0]?.[0]?.[1]).toEqual([512040, 3386000])
  })

  it('one plane is shown at a time, the most used first', () => {
    expect(planesOf([outline('1', { epsg: 4546 }), outline('2'), outline('3')])).toEqual([4547, 4546])
    expect(planesOf([])).toEqual([])
  })

  it('a filter takes what fits every part of it', () => {
    const one = outline('FW-7', { title_status: 'recorded' })
    expect([isWanted(one, {}), isWanted(one, { q: ' 单位甲 ' }), isWanted(one, { q: 'FW-7', kind: 'building', title_status: 'recorded' })]).toEqual([true, true, true])
    expect([isWanted(one, { q: '乙' }), isWanted(one, { kind: 'parcel' }), isWanted(one, { title_status: 'registered' })]).toEqual([false, false, false])
  })

  it('the legend counts every state, and no two states look alike in colour, pattern or mark', () => {
    expect(titleLegend([outline('1'), outline('2', { title_status: 'recorded' })]).map(({ count }) => count)).toEqual([1, 0, 1, 0])
    for (const looks of [Object.values(titleLooks), Object.values(progressLooks).slice(0, 4)])
      for (const part of ['tone', 'pattern', 'mark'] as const) expect(new Set(looks.map((look) => look[part])).size).toBe(4)
  })
})

describe('a campaign', () => {
  const missing = [{ building: 'FW-1', kind: 'tax' as const }]
  const one = member('7', { step: 'applied', is_done: false, missing_papers: missing, buildings: [{ code: 'FW-1', name: 'x', title_status: 'unregistered' }] })

  it('finds the units behind a number', () => {
    expect([{}, { q: '单位7' }, { category: 'agency' }, { step: 'applied' }, { done: 'no' }, { papers: 'missing' }].map((filter) => isMatch(one, filter))).toEqual([true, true, true, true, true, true])
    expect([{ q: '8' }, { category: 'public_one' }, { step: 'surveyed' }, { done: 'yes' }, { papers: 'complete' }].map((filter) => isMatch(one, filter))).toEqual([false, false, false, false, false])
  })

  it('gives every building the look of its unit’s step', () => {
    expect(memberOfBuilding([one]).get('FW-1')).toBe(one)
    expect(steps.map((step) => lookOf({ step }))).toEqual(['not_started', 'working', 'working', 'applied', 'applied', 'done', 'done'])
    expect(lookOf(undefined)).toBe('outside')
  })

  it('has the day of its last step, whatever order they came in', () => {
    const taken = (taken_on: string) => ({ step: 'collecting' as const, taken_on, document: null, note: null, recorded_by: 'x' })
    expect(lastDayOf({ ...one, steps: [taken('2024-05-02'), taken('2024-03-01')] })).toBe('2024-05-02')
    expect(lastDayOf(one)).toBe('')
  })

  it('draws a bar only of a share', () => expect(['61.29%', '100.00%', null, '12;x'].map(barWidth)).toEqual(['61.29%', '100.00%', '0%', '0%']))
})
