// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef } from 'vue'
import { useAction } from '@/shared/api/action'
import { closedCode, connection, type NewCorrection } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { Job } from '@/shared/feedback/job'

export type ImportProblem = Contract<'ImportProblem'>
/** Of a workbook of a slice's own tables. */
export type TablesOutcome = Contract<'TablesImportResult'>

/** What every import job says when it is done. */
export interface ImportOutcome {
  stored: boolean
  dry_run: boolean
  problems: ImportProblem[]
  problems_not_listed: number
  /** In the workbook of rows to correct, where the import writes one. */
  rows_to_correct?: number
}

export type ImportStep =
  | 'file' // a file is to be chosen
  | 'checking' // the dry run is under way
  | 'checked' // its result is there: mistakes, or what the import would do
  | 'importing'
  | 'done' // stored

/**
 * An import from file to records: every file is first read by a dry run; the import itself is offered only where that
 * found no mistake. `start` begins the job. The component shows `job` with JobProgress and gives its end to ended(). A file
 * with records of a closed month goes again with a correction, where the person gives one.
 */
export function useImport<Outcome extends ImportOutcome>(start: (key: string, upload: string, dryRun: boolean, correction: NewCorrection | null) => Promise<Job>) {
  const step = ref<ImportStep>('file')
  const upload = shallowRef<{ upload: string; name: string } | null>(null)
  const job = ref<string | null>(null)
  const outcome = shallowRef<Outcome | null>(null)
  let correction: NewCorrection | null = null
  const starting = useAction((key: string, file: string, dryRun: boolean) => start(key, file, dryRun, correction))
  const isClean = computed(() => outcome.value !== null && outcome.value.problems.length === 0 && outcome.value.problems_not_listed === 0)

  async function run(dryRun: boolean): Promise<void> {
    if (!upload.value) return
    const before = step.value
    job.value = null
    if (dryRun) outcome.value = null
    step.value = dryRun ? 'checking' : 'importing'
    const begun = await starting.run(upload.value.upload, dryRun)
    if (begun) job.value = begun.answer.job
    else step.value = before === 'file' || before === 'checking' ? 'file' : before
  }

  /** A file came: it is checked at once. */
  async function take(file: { upload: string; name: string }): Promise<void> {
    upload.value = file
    correction = null
    step.value = 'file'
    await run(true)
  }

  async function askForCorrection(says: string): Promise<void> {
    const dryRun = step.value === 'file'
    correction = (await connection.askCorrection?.(says)) ?? null
    if (correction) await run(dryRun)
  }

  function ended(now: Job): void {
    if (now.job !== job.value) return
    if (now.state !== 'done' || now.result === null) {
      step.value = outcome.value ? 'checked' : 'file'
      if (now.state === 'failed' && now.problem?.code === closedCode) void askForCorrection(now.problem.message)
      return
    }
    // Which import it was decides what its result is; the contract has them all in one place.
    outcome.value = now.result as unknown as Outcome
    step.value = outcome.value.stored ? 'done' : 'checked'
  }

  function again(): void {
    step.value = 'file'
    upload.value = outcome.value = job.value = null
  }

  return { step, upload, job, outcome, isClean, busy: starting.busy, problem: starting.problem, take, check: () => run(true), store: () => run(false), ended, again }
}
