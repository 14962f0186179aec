// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { clockText, momentText } from '@/shared/dates'
import { bookingPage, secondsOf } from '@/meetings/meetings'
import { t as say } from './words'
import { t as sayOfChecks } from './wordsOfChecks'

export type Seat = Contract<'PlaceCard'>
export type Service = Contract<'MeetingService'>
export type Served = Contract<'ServedMeeting'>
export type Stages = Contract<'MeetingStages'>
export type Stage = Contract<'MeetingStage'>
export type StageName = Contract<'ServiceStageName'>
export type Item = Contract<'ChecklistItem'>
export type Answer = Contract<'ChecklistAnswer'>
export type AnswerWord = Contract<'ChecklistAnswerWord'>
export type Paper = Contract<'MeetingPaperName'>
export type Staff = Contract<'ServiceStaffName'>

export const answers: readonly AnswerWord[] = ['done', 'failed', 'not_needed']
export const answerKinds: Record<AnswerWord, StatusKind> = { done: 'good', failed: 'bad', not_needed: 'neutral' }

export const servicePage = (booking: string) => `${bookingPage(booking)}/service`
export const checksPage = (booking: string) => `${bookingPage(booking)}/checks`
export const cardsPage = (booking: string) => `${bookingPage(booking)}/cards`

/** 报修 with the room and what is wrong filled in. */
export const faultPage = (room: string | null, item: string, note: string) => ({ path: '/repairs/new', query: { ...(room !== null && { room }), fault: note === '' ? item : say('fault', { item, note }) } })

/** What a stage says of itself on the board of a day and over its own list. */
export type StageLine = Omit<Contract<'ServiceDayStage'>, 'items'> & { items: number }
export const lineOf = ({ items, ...stage }: Stage): StageLine => ({ ...stage, items: items.length })

/** Late from the second after the beginning on; the server says it of what it sent, and the page's clock goes on from there. */
export const isLate = ({ is_late, is_signed, due_at }: Pick<StageLine, 'is_late' | 'is_signed' | 'due_at'>, now: number) =>
  is_late || (!is_signed && due_at !== null && now > secondsOf(due_at))

export function kindOf(stage: StageLine, now: number): StatusKind {
  if (isLate(stage, now)) return 'bad'
  if (stage.failed > 0) return 'attention'
  return stage.is_signed ? 'good' : 'waiting'
}
/** 迟签 09:01，1 项未通过 */
export function progressText(stage: StageLine, now: number): string {
  const { is_signed, signed_at, answered, items, failed } = stage
  const late = isLate(stage, now)
  const how = is_signed ? say(late ? 'signed_late' : 'signed', { at: clockText(signed_at ?? '') }) : say(late ? 'unsigned_late' : 'unsigned', { answered, items })
  return failed > 0 ? say('stage_failed', { how, failed }) : how
}
/** A signature of where or when the meeting was to be before it was moved: it stays to be read and proves nothing now. */
export const outdatedText = ({ signed_by, signed_at, place, from }: Stage['outdated'][number]) =>
  sayOfChecks('outdated', { name: signed_by, at: momentText(signed_at), place, from: momentText(from) })
export const stageText = (stage: StageLine, now: number) => say('stage_says', { name: stage.name, how: progressText(stage, now) })

export const staffText = (staff: readonly Staff[]) => staff.map(({ name }) => name).join(say('separator'))
