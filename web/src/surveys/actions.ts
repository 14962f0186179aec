// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { t as say } from './wordsOfActions'

export type Action = Contract<'SurveyAction'>
export type ActionState = Contract<'SurveyActionState'>
export const actionStates: readonly ActionState[] = ['open', 'done']
export const actionText = (state: ActionState) => say(`state_${state}`)
export const actionKinds: Record<ActionState, StatusKind> = { open: 'attention', done: 'good' }
