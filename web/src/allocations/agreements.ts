// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { Agreement, AgreementPurpose, AgreementRow } from './contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import type { ChosenRoom } from './rooms'
import { t } from './words'
import { t as say } from './wordsOfAgreements'

export type { Agreement, AgreementRow }
export type AgreementState = AgreementRow['state']
export type Purpose = AgreementPurpose
export const purposes: readonly Purpose[] = ['registration', 'household', 'repair_permit']
export const agreementStates: readonly AgreementState[] = ['expired', 'ending', 'running', 'coming', 'ended']
export const agreementStateText = (state: AgreementState) => say(`state_${state}`)
export const agreementStateKinds: Record<AgreementState, StatusKind> = { expired: 'bad', ending: 'attention', running: 'good', coming: 'waiting', ended: 'neutral' }
export const purposesText = (given: readonly Purpose[]) => given.map((one) => say(`purpose_${one}`)).join(t('list')) || say('no_purpose')

/** An agreement holds with its last day: on that day none is left, and it is not past. */
export function leftText({ state, days_left: days, valid_from, ended_on }: Pick<AgreementRow, 'state' | 'days_left' | 'valid_from' | 'ended_on'>): string {
  if (state === 'ended') return `${say('state_ended')} ${ended_on ?? ''}`.trim()
  if (state === 'coming') return say('not_begun', { date: valid_from })
  if (days < 0) return say('left_past', { days: -days })
  return days === 0 ? say('left_today') : say('left_far', { days })
}

export const wizardSteps = ['unit', 'rooms', 'term', 'check'] as const
export type WizardStepName = (typeof wizardSteps)[number]

export interface TypedAgreement {
  unit: string
  rooms: ChosenRoom[]
  signed_on: string
  valid_from: string
  valid_to: string
  purposes: Purpose[]
}
export const emptyAgreement = (unit: string, day: string): TypedAgreement => ({ unit, rooms: [], signed_on: day, valid_from: day, valid_to: '', purposes: [] })

type Findings = Record<string, string | false>
const findings: Record<WizardStepName, (typed: TypedAgreement) => Findings> = {
  unit: ({ unit }) => ({ '/unit': unit === '' && say('unit_missing') }),
  rooms: ({ rooms }) => ({ '/rooms': rooms.length === 0 && say('rooms_missing') }),
  term: ({ signed_on, valid_from, valid_to }) => ({
    '/signed_on': signed_on === '' && say('signed_missing'),
    '/valid_from': valid_from === '' && say('from_missing'),
    '/valid_to': valid_to === '' ? say('to_missing') : valid_from !== '' && valid_to < valid_from && say('to_early'),
  }),
  check: () => ({}),
}
export const findingsOfStep = (typed: TypedAgreement, step: WizardStepName): Findings => findings[step](typed)
export const findingsOfAgreement = (typed: TypedAgreement): Findings => Object.assign({}, ...wizardSteps.map((step) => findings[step](typed)))

const places: Record<WizardStepName, readonly string[]> = { unit: ['/unit'], rooms: ['/rooms'], term: ['/signed_on', '/valid_from', '/valid_to', '/purposes'], check: [] }
/** The step that has the field of a pointer: /rooms/0/room stands in that of the rooms. */
export const stepOf = (pointer: string): WizardStepName => wizardSteps.find((step) => places[step].some((at) => pointer === at || pointer.startsWith(`${at}/`))) ?? 'check'

export function newAgreementOf({ unit, rooms, signed_on, valid_from, valid_to, purposes: given }: TypedAgreement): Contract<'NewAgreement'> {
  return { unit, rooms: rooms.map(({ building, room }) => ({ building, room })), signed_on, valid_from, valid_to, purposes: purposes.filter((one) => given.includes(one)) }
}
