// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from './StatusTag.vue'
import { t } from './words'

export type Job = Contract<'Job'>
type State = Job['state']

export const isFinal = (job: { state: State } | undefined) => job !== undefined && job.state !== 'queued' && job.state !== 'running'

const kinds: Record<State, StatusKind> = { queued: 'waiting', running: 'waiting', done: 'good', failed: 'bad', cancelled: 'neutral' }

/** Sign and word of a job's state, for a StatusTag. */
export const stateOf = (job: { state: State }) => ({ kind: kinds[job.state], word: t(`job_${job.state}`) })

/** How far it is, of a hundred; null while nobody knows how much there is. */
export function percentOf({ progress }: { progress: Job['progress'] }): number | null {
  if (!progress || progress.total === 0) return null
  return Math.min(100, Math.floor((progress.done / progress.total) * 100))
}
