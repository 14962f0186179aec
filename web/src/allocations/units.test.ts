// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { byRank } from './publications'
import { emptyUnit, findingsOfUnit, newUnitOf, type TypedUnit } from './unitForm'
import { isOverSomewhere, usedOf } from './units'

it('is over where one kind is, also when all together are not', () => {
  const used = (use: 'office' | 'total', is_over: boolean) => ({ use, approved_m2: '1.00', actual_m2: '2.00', over_m2: '1.00', is_over })
  expect([isOverSomewhere({ uses: [used('office', true), used('total', false)] }), isOverSomewhere({ uses: [used('office', false)] })]).toEqual([true, false])
  expect(usedOf({ uses: [] }, 'service').approved_m2).toBe('0.00')
})

describe('the posts of a unit', () => {
  const ranks = [{ rank: '县级正职', office_m2: '30.00' }, { rank: '正科级', office_m2: '18.00' }]
  const typed = (more: Partial<TypedUnit> = {}): TypedUnit => ({ ...emptyUnit('2026-01-01'), unit: '甲', ranks: { 正科级: { posts: '3', stated: '' } }, ...more })
  const wrong = (more: Partial<TypedUnit>) => Object.entries(findingsOfUnit(typed(more), ranks)).filter(([, says]) => says).map(([pointer]) => pointer)
  it.each([
    [{}, []], [{ unit: ' ' }, ['/unit']], [{ valid_from: '' }, ['/valid_from']], [{ ranks: {} }, ['/ranks/0/posts']], [{ ranks: { 正科级: { posts: '0', stated: '' } } }, ['/ranks/0/posts']],
    [{ ranks: { 县级正职: { posts: '-1', stated: '' }, 正科级: { posts: '3', stated: '' } } }, ['/ranks/0/posts']], [{ ranks: { 正科级: { posts: '3', stated: 'x' } } }, ['/ranks/1/stated_m2']],
    [{ ranks: { 省级正职: { posts: '3', stated: '' } } }, ['/ranks/0/posts']],
  ])('with %o lacks %o', (more, pointers) => expect(wrong(more)).toEqual(pointers))

  it('are sent for every rank of the level and for no other', () => {
    expect(newUnitOf(typed({ ranks: { 正科级: { posts: '3', stated: '16' }, 省级正职: { posts: '1', stated: '' } } }), ranks).ranks).toEqual([{ rank: '县级正职', posts: 0, stated_m2: null }, { rank: '正科级', posts: 3, stated_m2: '16.00' }])
  })
})

it('counts persons and rooms by rank, and only rooms that are held', () => {
  const use = (person: string, rank: string, ended_on: string | null = null) => ({ person, rank, ended_on })
  expect(byRank([use('1', '正职'), use('1', '正职'), use('2', '正职'), use('3', '副职', '2026-01-01'), use('4', '以下')])).toEqual([{ rank: '正职', persons: 2, rooms: 3 }, { rank: '以下', persons: 1, rooms: 1 }])
})
