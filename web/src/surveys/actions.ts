// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { t as say } from './wordsOfActions'

export type ActionState = 'open' | 'done'
export interface Action { number: string; survey: string; survey_title: string; subject: string; question: string; day: string; comment: string | null; state: ActionState; age_days: number; result: string | null; done_by: string | null; done_on: string | null; version: number }
export const actionStates: readonly ActionState[] = ['open', 'done']
export const actionText = (state: ActionState) => say(`state_${state}`)
export const actionKinds: Record<ActionState, StatusKind> = { open: 'attention', done: 'good' }
