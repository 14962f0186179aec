// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { instantText } from '@/shared/dates'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { states, stateText, type BookingState } from '@/meetings/meetings'
import { t as say } from './wordsOfNotices'

export type Notice = Contract<'MeetingNotice'>
export const noticeKinds: Record<Notice['what'], StatusKind> = { moved: 'attention', cancelled: 'bad', refused: 'bad', changed: 'neutral', service: 'neutral' }
export const whatText = ({ what }: Pick<Notice, 'what'>) => say(`what_${what}`)

type Change = Notice['changes'][number]
const isState = (word: string): word is BookingState => states.some((state) => state === word)
function shown(field: Change['field'], value: string | null): string {
  if (!value) return say('empty')
  if (field === 'from' || field === 'until') return instantText(value)
  return field === 'state' && isState(value) ? stateText(value) : value
}

/** 会议室：示例一号 → 示例二号. Of a confidential meeting it says that something changed and not what. */
export function changeText({ field, before, after }: Change): string {
  const name = say(`field_${field}`)
  if (before === null && after === null) return say('change_secret', { field: name })
  return say('change', { field: name, before: shown(field, before), after: shown(field, after) })
}
export const changesText = ({ changes }: Pick<Notice, 'changes'>) => changes.map(changeText).join(say('list'))
