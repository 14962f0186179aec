// SPDX-License-Identifier: Apache-2.0
import type { RoomOfPerson } from './contract'
import { t } from './words'
import { t as say } from './wordsOfPublications'

/** This year and those before it. */
export const yearsUpTo = (day: string, count = 5) => Array.from({ length: count }, (_, index) => Number(day.slice(0, 4)) - index)

export interface RankCount {
  rank: string
  persons: number
  rooms: number
}
/** Who has rooms, by rank; no names and no numbers. */
export function byRank(uses: readonly Pick<RoomOfPerson, 'person' | 'rank' | 'ended_on'>[]): RankCount[] {
  const held = uses.filter(({ ended_on }) => ended_on === null)
  return [...new Set(held.map(({ rank }) => rank))].map((rank) => {
    const those = held.filter((use) => use.rank === rank)
    return { rank, persons: new Set(those.map(({ person }) => person)).size, rooms: those.length }
  })
}

export interface TypedPublication {
  published_on: string
  place: string
  document: string
}
export const findingsOfPublication = (typed: TypedPublication): Record<string, string | false> => ({
  '/published_on': typed.published_on === '' && t('fill', { field: say('published_on') }),
  '/place': typed.place.trim() === '' && say('place_missing'),
  '/document': typed.document.trim() === '' && t('fill', { field: say('document') }),
})
