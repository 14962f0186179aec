// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'

export type Line = Contract<'SurveyLine'>
export type Grouping = 'subject' | 'month'
export const groupings: readonly Grouping[] = ['subject', 'month']
