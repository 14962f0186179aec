// SPDX-License-Identifier: Apache-2.0
// A service sheet as it is typed: cards and refreshments a line each, so that a list can be pasted from a table of names.
import type { Contract } from '@/shared/api/contract'
import { wordsIn } from '@/meetings/booking'
import type { Seat, Service, Staff } from './service'
import { t as say } from './words'

type Refreshment = Contract<'Refreshment'>
export const mostCards = 300

export interface TypedSheet {
  banner: string
  place_cards: string
  refreshments: string
  equipment: string[]
  equipment_note: string
  staff: string
  requests: string
}

const linesIn = (typed: string) => typed.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const orNull = (typed: string) => typed.trim() || null

/** 姓名，单位: behind a tab or a comma stands the line of the unit. A space belongs to the name. */
function seatIn(line: string): Seat {
  const at = line.search(/[\t,，]/)
  return at < 0 ? { name: line, unit: null } : { name: line.slice(0, at).trim(), unit: orNull(line.slice(at + 1)) }
}
/** 茶水 20, 矿泉水×30; null where there is no number behind the name. */
function refreshmentIn(line: string): Refreshment | null {
  const match = /^(.*?\S)\s*[\s×xX*,，]\s*(\d{1,6})$/.exec(line)
  const quantity = Number(match?.[2] ?? 0)
  return match?.[1] && quantity >= 1 && quantity <= 100_000 ? { name: match[1], quantity } : null
}

/** 示例岗（account): how somebody with an account is written among the others. */
export const labelOf = ({ account, name }: Staff) => (account === null ? name : `${name}（${account}）`)
function staffIn(word: string, accounts: ReadonlySet<string>): Staff {
  const match = /^(.*)[（(]([^（()）]+)[)）]$/.exec(word)
  return match?.[2] !== undefined && accounts.has(match[2]) ? { account: match[2], name: match[1] ?? '' } : { account: null, name: word }
}

export const typedSheet = ({ banner, place_cards, refreshments, equipment, equipment_note, staff, requests }: Service): TypedSheet => ({
  banner: banner ?? '',
  place_cards: place_cards.map(({ name, unit }) => (unit === null ? name : say('card_line', { name, unit }))).join('\n'),
  refreshments: refreshments.map(({ name, quantity }) => `${name} ${quantity}`).join('\n'),
  equipment,
  equipment_note: equipment_note ?? '',
  staff: staff.map(labelOf).join(say('separator')),
  requests: requests ?? '',
})
export function sheetOf(typed: TypedSheet, accounts: ReadonlySet<string>): Contract<'MeetingServiceChange'> {
  return {
    banner: orNull(typed.banner),
    place_cards: linesIn(typed.place_cards).map(seatIn),
    refreshments: linesIn(typed.refreshments).flatMap((line) => refreshmentIn(line) ?? []),
    equipment: typed.equipment,
    equipment_note: orNull(typed.equipment_note),
    staff: wordsIn(typed.staff).map((word) => staffIn(word, accounts)),
    requests: orNull(typed.requests),
  }
}

const isSeat = ({ name, unit }: Seat) => name !== '' && name.length <= 40 && (unit?.length ?? 0) <= 60
const firstWrong = (lines: readonly string[], isRight: (line: string) => boolean) => lines.findIndex((line) => !isRight(line)) + 1

export function findingsOfSheet(typed: TypedSheet): Record<string, string | false> {
  const cards = linesIn(typed.place_cards)
  const card = firstWrong(cards, (line) => isSeat(seatIn(line)))
  const drinks = linesIn(typed.refreshments)
  const drink = firstWrong(drinks, (line) => (refreshmentIn(line)?.name.length ?? 61) <= 60)
  const isLong = wordsIn(typed.staff).find((word) => staffIn(word, new Set()).name.length > 60)
  return {
    '/place_cards': cards.length > mostCards ? say('cards_many', { count: cards.length, most: mostCards }) : card > 0 && say('card_wrong', { line: card }),
    '/refreshments': drink > 0 && say('refreshment_wrong', { line: drink }),
    '/staff': isLong !== undefined && say('staff_wrong', { name: isLong }),
  }
}
