// SPDX-License-Identifier: Apache-2.0
import type { RatingResult } from './results'

export type Line = Omit<RatingResult, 'code' | 'text' | 'is_main'> & { key: string; asked: number | null; response_rate: string | null }
export interface Statistics { from: string; until: string; by_subject: Line[]; by_month: Line[] }
export type Grouping = 'subject' | 'month'
export const groupings: readonly Grouping[] = ['subject', 'month']
