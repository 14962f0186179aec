// SPDX-License-Identifier: Apache-2.0
// A unit's posts as they are typed: ranks are those of its level, empty means none.
import { levels, levelText, readArea, readCount, type Level } from './allocations'
import type { Contract } from '@/shared/api/contract'
import type { RankStandard, Standard, UnitFile } from './contract'
import { t } from './words'
import { t as say } from './wordsOfUnits'

export const needs = ['diners', 'car_spaces', 'bicycles', 'motorcycles', 'guards'] as const
export type Need = (typeof needs)[number]
export type Storeys = 'multi_storey' | 'high_rise'

export interface TypedRank {
  posts: string
  /** 执行标准, where the unit has one of its own. */
  stated: string
}
export interface TypedUnit {
  unit: string
  level: Level
  valid_from: string
  storeys: Storeys
  shelter: string
  needs: Record<Need, string>
  ranks: Record<string, TypedRank>
}

export const emptyUnit = (day: string): TypedUnit => ({
  unit: '', level: 'county', valid_from: day, storeys: 'multi_storey', shelter: '', needs: Object.fromEntries(needs.map((need) => [need, ''])) as Record<Need, string>, ranks: {},
})

const isEmpty = (typed: string) => typed.trim() === ''
export const countOf = (typed: string): number => (isEmpty(typed) ? 0 : (readCount(typed) ?? 0))
/** The ranks of the level that have posts, in the order of the standard: what was typed for another level is not sent. */
export const filledRanks = (typed: TypedUnit, ranks: readonly RankStandard[]) => ranks.filter(({ rank }) => countOf(typed.ranks[rank]?.posts ?? '') > 0)

export function findingsOfUnit(typed: TypedUnit, ranks: readonly RankStandard[]): Record<string, string | false> {
  const wrongCount = (text: string) => !isEmpty(text) && readCount(text) === null && t('whole')
  const found: Record<string, string | false> = {
    '/unit': isEmpty(typed.unit) && t('fill', { field: say('name') }),
    '/level': !levels.includes(typed.level) && t('pick', { field: t('level') }),
    '/valid_from': typed.valid_from === '' && t('fill', { field: say('valid_from') }),
    '/air_raid_shelter_m2': !isEmpty(typed.shelter) && readArea(typed.shelter) === null && say('stated_wrong'),
    ...Object.fromEntries(needs.map((need) => [`/${need}`, wrongCount(typed.needs[need])])),
  }
  const given = filledRanks(typed, ranks)
  for (const [index, { rank }] of ranks.entries()) {
    const { posts = '', stated = '' } = typed.ranks[rank] ?? {}
    found[rankPointer(index, 'posts')] = wrongCount(posts)
    found[rankPointer(index, 'stated_m2')] = !isEmpty(stated) && readArea(stated) === null && say('stated_wrong')
  }
  if (given.length === 0 && !found[rankPointer(0, 'posts')]) found[rankPointer(0, 'posts')] = say('no_posts')
  return found
}

/** Every rank of the level is sent, so that the server counts them as the form does. */
export const rankPointer = (index: number, field: 'posts' | 'stated_m2') => `/ranks/${index}/${field}`

export const storeyKinds: readonly Storeys[] = ['multi_storey', 'high_rise']

/** The ranks that the level of the unit has. */
export const ranksOf = (standard: Standard, { level }: TypedUnit): RankStandard[] => standard.levels.find((one) => one.level === level)?.ranks ?? []

export function changeOf(typed: TypedUnit, ranks: readonly RankStandard[]): Contract<'AllocationUnitChange'> {
  return {
    level: typed.level, valid_from: typed.valid_from, storeys: typed.storeys, ...Object.fromEntries(needs.map((need) => [need, countOf(typed.needs[need])])), air_raid_shelter_m2: readArea(typed.shelter),
    ranks: ranks.map(({ rank }) => ({ rank, posts: countOf(typed.ranks[rank]?.posts ?? ''), stated_m2: readArea(typed.ranks[rank]?.stated ?? '') })),
  }
}
export const newUnitOf = (typed: TypedUnit, ranks: readonly RankStandard[]): Contract<'NewAllocationUnit'> => ({ unit: typed.unit.trim(), ...changeOf(typed, ranks) })

/** What holds now as the beginning of what holds from a day on. */
export function typedUnitOf(unit: UnitFile, day: string): TypedUnit {
  const text = (count: number) => (count === 0 ? '' : String(count))
  return {
    unit: unit.unit, level: unit.level, valid_from: day, storeys: unit.storeys, shelter: unit.air_raid_shelter_m2 === '0.00' ? '' : unit.air_raid_shelter_m2,
    needs: Object.fromEntries(needs.map((need) => [need, text(unit[need])])) as Record<Need, string>,
    ranks: Object.fromEntries(unit.calculation.ranks.map(({ rank, posts, stated_m2 }) => [rank, { posts: text(posts), stated: stated_m2 ?? '' }])),
  }
}

export const labelsOfUnit = (): Partial<Record<keyof TypedUnit, string>> => ({
  level: t('level'), valid_from: say('valid_from'), storeys: say('storeys'), shelter: say('shelter'), needs: say('others'), ranks: say('posts_by_rank'),
})

/** A field as the dialog shows it, in which two people's changes stand beside each other. */
export function shownOfUnit(field: keyof TypedUnit, value: unknown): string {
  if (field === 'level') return levelText(value as Level)
  if (field === 'storeys') return say(value as Storeys)
  if (field === 'needs') return needs.map((need) => `${say(need)} ${countOf((value as TypedUnit['needs'])[need])}`).join(t('list'))
  if (field === 'ranks') return Object.entries(value as TypedUnit['ranks']).filter(([, { posts }]) => countOf(posts) > 0).map(([rank, { posts, stated }]) => [rank, posts, stated].filter(Boolean).join(' ')).join(t('list'))
  return String(value)
}
