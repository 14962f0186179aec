// SPDX-License-Identifier: Apache-2.0
// What is typed of a request, of a step and of how it ends: what is wrong with it, and what is sent.
import type { Contract } from '@/shared/api/contract'
import { readArea, readCount, textOf } from './allocations'
import type { FreeRoom, Result, Way } from './requests'
import { placeKey } from './rooms'
import { t } from './words'
import { t as say } from './wordsOfRequests'

type Outcome = Contract<'NewAllocationSettlement'>['outcome']
export const outcomes: readonly Outcome[] = ['satisfied', 'withdrawn', 'refused']

export interface TypedRequest {
  unit: string
  asked_on: string
  reason: string
  document: string
  office_rooms: string
  office_m2: string
  service_rooms: string
  service_m2: string
}
const kinds = ['office', 'service'] as const
const isEmpty = (typed: string) => typed.trim() === ''

export function findingsOfRequest(typed: TypedRequest): Record<string, string | false> {
  const nothing = kinds.every((kind) => isEmpty(typed[`${kind}_rooms`]) && isEmpty(typed[`${kind}_m2`]))
  const found: Record<string, string | false> = {
    '/unit': isEmpty(typed.unit) && t('pick', { field: t('unit') }),
    '/asked_on': typed.asked_on === '' && t('fill', { field: say('asked_on') }),
    '/document': isEmpty(typed.document) && t('fill', { field: say('paper') }),
    '/reason': isEmpty(typed.reason) && t('fill', { field: say('reason') }),
    '/office_rooms': nothing && say('nothing_asked'),
  }
  for (const kind of kinds) {
    const [rooms, area] = [typed[`${kind}_rooms`], typed[`${kind}_m2`]]
    if (isEmpty(rooms) && isEmpty(area)) continue
    if (!readCount(rooms)) found[`/${kind}_rooms`] = say('rooms_wrong')
    found[`/${kind}_m2`] = readArea(area) === null && say('area_wrong')
  }
  return found
}

export function newRequestOf(typed: TypedRequest): Contract<'NewAllocationRequest'> {
  const areas = kinds.filter((kind) => !isEmpty(typed[`${kind}_rooms`])).flatMap((kind) => [[`${kind}_rooms`, readCount(typed[`${kind}_rooms`])], [`${kind}_m2`, readArea(typed[`${kind}_m2`])]])
  return { unit: textOf(typed.unit), asked_on: typed.asked_on, reason: textOf(typed.reason), document: textOf(typed.document), ...Object.fromEntries(areas) }
}

/** The four papers that 租用 needs, by whom they are given; 建设 needs the approval of its project. */
export const papersOf: Record<Way, readonly ('application' | 'approval' | 'finance' | 'government' | 'project')[]> = {
  reallocation: [], exchange: [], lease: ['application', 'approval', 'finance', 'government'], construction: ['project'],
}
export interface TypedStep {
  way: Way
  result: Result | ''
  taken_on: string
  document: string
  searched: string
  reason: string
  application: string
  approval: string
  finance: string
  government: string
  project: string
  /** By building/room. */
  refusals: Record<string, string>
}

export const suitable = (rooms: readonly FreeRoom[]) => rooms.filter(({ is_suitable }) => is_suitable)
const needsRefusals = ({ way, result }: TypedStep) => way === 'reallocation' && result === 'none'

export function findingsOfStep(typed: TypedStep, rooms: readonly FreeRoom[]): Record<string, string | false> {
  const { way, result, searched, reason } = typed
  const refusals = needsRefusals(typed) ? suitable(rooms).map((room, index) => [`/refused_rooms/${index}/reason`, isEmpty(typed.refusals[placeKey(room)] ?? '') && say('refusal_missing')] as const) : []
  const papers = result === 'found' ? papersOf[way].map((paper) => [`/${paper}`, isEmpty(typed[paper]) && t('fill', { field: say(paper) })] as const) : []
  return {
    '/result': result === '' && t('pick', { field: say('result') }),
    '/taken_on': typed.taken_on === '' && t('fill', { field: say('taken_on') }),
    '/document': isEmpty(typed.document) && t('fill', { field: say('step_document') }),
    '/searched': result === 'none' && way !== 'reallocation' && isEmpty(searched) && t('fill', { field: say('searched') }),
    '/reason': result === 'none' && isEmpty(reason) && t('fill', { field: say('none_reason') }),
    ...Object.fromEntries([...refusals, ...papers]),
  }
}

export function newStepOf(typed: TypedStep, rooms: readonly FreeRoom[]): Contract<'NewAllocationStep'> {
  const { way, taken_on } = typed
  const result = typed.result === 'found' ? 'found' : 'none'
  const papers = result === 'found' ? papersOf[way].map((paper) => [paper, textOf(typed[paper])]) : []
  return {
    way, result, taken_on, document: textOf(typed.document), ...Object.fromEntries(papers),
    ...(result === 'none' && { reason: textOf(typed.reason), ...(!isEmpty(typed.searched) && { searched: textOf(typed.searched) }) }),
    ...(needsRefusals(typed) && { refused_rooms: suitable(rooms).map(({ building, room }) => ({ building, room, reason: textOf(typed.refusals[placeKey({ building, room })] ?? '') })) }),
  }
}

export interface TypedSettlement {
  outcome: Outcome
  settled_on: string
  reason: string
  way: Way
  reference: string
  office_m2: string
  service_m2: string
}

export function findingsOfSettlement(typed: TypedSettlement): Record<string, string | false> {
  const { outcome, way, office_m2, service_m2 } = typed
  const isSatisfied = outcome === 'satisfied'
  const gets = isSatisfied && way !== 'reallocation'
  const wrong = (area: string) => gets && !isEmpty(area) && readArea(area) === null && say('area_wrong')
  return {
    '/settled_on': typed.settled_on === '' && t('fill', { field: say('settled_on') }),
    '/reason': !isSatisfied && isEmpty(typed.reason) && t('fill', { field: say('reason') }),
    '/reference': isSatisfied && isEmpty(typed.reference) && t('fill', { field: say(`reference_${way}`) }),
    '/office_m2': (gets && isEmpty(office_m2) && isEmpty(service_m2) && say('gets_missing')) || wrong(office_m2),
    '/service_m2': wrong(service_m2),
  }
}

export function settlementOf(typed: TypedSettlement): Contract<'NewAllocationSettlement'> {
  const { outcome, settled_on, way } = typed
  if (outcome !== 'satisfied') return { outcome, settled_on, reason: textOf(typed.reason) }
  const [office, service] = [readArea(typed.office_m2), readArea(typed.service_m2)]
  return { outcome, settled_on, way, reference: textOf(typed.reference), ...(way !== 'reallocation' && { ...(office && { office_m2: office }), ...(service && { service_m2: service }) }) }
}
