// SPDX-License-Identifier: Apache-2.0
import type { ImportOutcome } from '@/shared/importing/useImport'

/** What a job `indicators.import` says when it is done; the contract leaves the result of a job open. */
export interface TargetsOutcome extends ImportOutcome {
  changed: boolean
  counts: Partial<Record<'goals' | 'indicators' | 'supports' | 'revisions' | 'entries' | 'notes', number>>
  passed_over: string[]
  examples: string[]
  evidence_left_out: { code: string; name: string }[]
}

const nothing: TargetsOutcome = { stored: false, dry_run: true, problems: [], problems_not_listed: 0, changed: false, counts: {}, passed_over: [], examples: [], evidence_left_out: [] }

/** Null stays null: the job has no result. A member that this server does not send is as if nothing was found. */
export const outcomeOf = (result: unknown): TargetsOutcome | null =>
  typeof result === 'object' && result !== null ? { ...nothing, ...(result as Partial<TargetsOutcome>) } : null
