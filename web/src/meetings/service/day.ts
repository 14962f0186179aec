// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { isLate, stageText } from './service'
import { t as say } from './wordsOfDay'

export type DayMeeting = Contract<'ServiceDayMeeting'>
/** Something of it was signed late or should have been signed by now. */
export const hasLate = ({ stages }: Pick<DayMeeting, 'stages'>, now: number) => stages?.some((stage) => isLate(stage, now)) ?? false
/** Of a confidential meeting whoever is not named for it sees none. */
export const stagesText = ({ stages }: Pick<DayMeeting, 'stages'>, now: number) => stages?.map((stage) => stageText(stage, now)).join(say('list')) ?? say('secret')
