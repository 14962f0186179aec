// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { sumOf } from '@/shared/money'
import type { Look } from './map/look'
import { paperText } from './premises'
import { t as say } from './wordsOfRegistration'

export type Campaign = Contract<'Campaign'>
export type Member = Contract<'CampaignMember'>
export type Step = Contract<'RegistrationStep'>
export type Category = Contract<'RegistrationCategory'>
export type Share = Contract<'RegistrationShare'>

export const steps: readonly Step[] = ['not_started', 'collecting', 'surveyed', 'applied', 'recorded', 'registered', 'approved_to_user']
export const categories: readonly Category[] = ['agency', 'public_one', 'public_two']
export const stepText = (step: Step) => say(`step_${step}`)
export const categoryText = (category: Category | 'all') => say(`category_${category}`)

export const stepKinds: Record<Step, StatusKind> = { not_started: 'bad', collecting: 'waiting', surveyed: 'waiting', applied: 'waiting', recorded: 'attention', registered: 'good', approved_to_user: 'good' }

/** How a step looks on the map: four states are enough to be told apart. */
export type ProgressLook = 'done' | 'applied' | 'working' | 'not_started' | 'outside'
export const progressLooks: Record<ProgressLook, Look> = {
  done: { tone: 'green', pattern: 'plain', mark: 'disc' },
  applied: { tone: 'blue', pattern: 'lines', mark: 'square' },
  working: { tone: 'brown', pattern: 'dots', mark: 'diamond' },
  not_started: { tone: 'red', pattern: 'cross', mark: 'triangle' },
  outside: { tone: 'grey', pattern: 'empty', mark: 'disc' },
}
const looks: Record<Step, ProgressLook> = { not_started: 'not_started', collecting: 'working', surveyed: 'working', applied: 'applied', recorded: 'applied', registered: 'done', approved_to_user: 'done' }
export const lookOf = (member: Pick<Member, 'step'> | undefined): ProgressLook => (member ? looks[member.step] : 'outside')

/** The unit of each building, by the building's code. */
export function memberOfBuilding(members: readonly Member[]): Map<string, Member> {
  return new Map(members.flatMap((member) => member.buildings.map(({ code }) => [code, member] as const)))
}

export interface MemberFilter {
  q?: string
  category?: string
  step?: string
  done?: string
  papers?: string
}
export function isMatch(member: Member, { q, category, step, done, papers }: MemberFilter): boolean {
  const words = (q ?? '').trim()
  return (words === '' || member.unit.includes(words) || member.code.includes(words))
    && (!category || member.category === category)
    && (!step || member.step === step)
    && (!done || member.is_done === (done === 'yes'))
    && (!papers || (member.missing_papers.length > 0) === (papers === 'missing'))
}

export const areaOf = (members: readonly Member[]) => sumOf(members.map(({ area_m2 }) => area_m2))
export const missingText = ({ missing_papers }: Member) => missing_papers.map(({ building, kind }) => say('missing_text', { building, paper: paperText(kind) }))
export const lastDayOf = ({ steps: taken }: Member) => taken.map(({ taken_on }) => taken_on).sort().at(-1) ?? ''

/** The per cent of the server as the length of a bar; nothing where there is nothing to have a share of. */
export const barWidth = (rate: string | null) => (rate !== null && /^\d{1,3}(\.\d+)?%$/.test(rate) ? rate : '0%')
