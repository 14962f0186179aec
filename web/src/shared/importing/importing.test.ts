// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/problem'
import type { Job } from '@/shared/feedback/job'
import { fakeServer, mounted, problem } from '@/shared/testing'
import ImportProblems from './ImportProblems.vue'
import { useImport } from './useImport'

const outcome = (more: object = {}) => ({ stored: false, dry_run: true, problems: [], problems_not_listed: 0, ...more })
const job = (name: string, state: Job['state'], result: object | null = null) => ({ job: name, state, result }) as Job
const file = { upload: 'u', name: 'a.xlsx' }

function begin() {
  const started: [string, boolean][] = []
  const flow = useImport((_key, upload, dryRun) => {
    started.push([upload, dryRun])
    return Promise.resolve(job(`j${started.length}`, 'queued'))
  })
  return { flow, started }
}

describe('an import', () => {
  it('goes from file to check to store', async () => {
    const { flow, started } = begin()
    await flow.take(file)
    expect([flow.step.value, flow.job.value]).toEqual(['checking', 'j1'])
    flow.ended(job('j1', 'done', outcome()))
    expect([flow.step.value, flow.isClean.value]).toEqual(['checked', true])
    await flow.store()
    expect(flow.step.value).toBe('importing')
    flow.ended(job('j2', 'done', outcome({ stored: true, dry_run: false })))
    expect([flow.step.value, started]).toEqual(['done', [['u', true], ['u', false]]])
  })

  it('is not clean with a mistake, listed or not', async () => {
    for (const more of [{ problems: [{}] }, { problems_not_listed: 1 }]) {
      const { flow } = begin()
      await flow.take(file)
      flow.ended(job('j1', 'done', outcome(more)))
      expect([flow.step.value, flow.isClean.value]).toEqual(['checked', false])
    }
  })

  it('that found a mistake only when it was to be stored shows it', async () => {
    const { flow } = begin()
    await flow.take(file)
    flow.ended(job('j1', 'done', outcome()))
    await flow.store()
    flow.ended(job('j2', 'done', outcome({ dry_run: false, problems: [{}] })))
    expect([flow.step.value, flow.isClean.value]).toEqual(['checked', false])
  })

  it('that was cancelled or failed is where it was before', async () => {
    const { flow } = begin()
    await flow.take(file)
    flow.ended(job('j1', 'failed'))
    expect(flow.step.value).toBe('file')
    await flow.take(file)
    flow.ended(job('j2', 'done', outcome()))
    await flow.store()
    flow.ended(job('j3', 'cancelled'))
    expect([flow.step.value, flow.isClean.value]).toEqual(['checked', true])
    // The end of an earlier job changes nothing.
    flow.ended(job('j1', 'done', outcome({ stored: true })))
    expect(flow.step.value).toBe('checked')
  })

  it('that cannot begin says why and keeps the file', async () => {
    const flow = useImport(() => Promise.reject(new ApiProblem(problem(422, 'jobs.upload.not_a_table'))))
    await flow.take(file)
    expect([flow.step.value, flow.problem.value?.code, flow.upload.value]).toEqual(['file', 'jobs.upload.not_a_table', file])
    flow.again()
    expect(flow.upload.value).toBeNull()
  })
})

it('mistakes take the focus, and say how many are not listed', async () => {
  fakeServer({})
  const wrapper = await mounted(ImportProblems, { props: { problems: [{ place: '表!A1', column: '', code: 'x', message: '空' }], notListed: 1200, rowsToCorrect: 7 } })
  await flushPromises()
  expect(document.activeElement?.textContent).toContain('1,201')
  expect(wrapper.text()).toContain('1,200')
  expect(wrapper.findAll('tbody td').map((cell) => cell.text())).toEqual(['表!A1', '', '空'])
})
