// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, mounted, problem } from '@/shared/testing'
import ComparisonPage from './ComparisonPage.vue'
import EvaluateDialog from './EvaluateDialog.vue'
import RunFindings from './RunFindings.vue'
import RunsPage from './RunsPage.vue'
import SignButton from './SignButton.vue'
import VerifyRun from './VerifyRun.vue'
import { hasMoved, movedText, pairOf, partsText, pointsText, type ComparedRow } from './comparison'
import { asOne, finding, indicator, missing, QuietEvents, row, run } from './sample'
import { grouped, linesOf, narrowed, stateOf } from './state'

beforeEach(() => void vi.stubGlobal('EventSource', QuietEvents))

const bodyText = () => document.body.textContent ?? ''
const button = (word: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === word)
async function press(word: string) {
  button(word)?.click()
  await flushPromises()
}

describe('the state of an indicator', () => {
  const line = (code: string, of: Parameters<typeof run>[0] = {}, lacks = [] as ReturnType<typeof missing>[]) => linesOf([indicator('A1'), indicator('A2')], run(of), lacks).find((one) => one.code === code)!
  const word = (...of: Parameters<typeof line>) => stateOf(line(...of)).word

  it('follows from the score: a hundredth below the weight is not full', () => {
    expect(word('A1')).toBe('满分')
    expect(word('A2')).toBe('未得满分')
    expect(word('A1', { rows: [row('A1', { score: '5', weight: '5.00' })] })).toBe('满分')
    expect(word('A1', { rows: [row('A1', { actual: null, score: '0.00' })] })).toBe('没有数据')
    expect(word('A1', { rows: [row('A1', { score: null })] })).toBe('不计分')
    expect(word('A1', { rows: [] })).toBe('未评价')
  })

  it('says what somebody has to do: open errors first, then what is missing', () => {
    expect(word('A1', { findings: [finding(1), finding(2)] }, [missing('A1')])).toBe('2 处错误')
    expect(word('A1', { findings: [finding(1, { severity: 'warning' })] })).toBe('满分')
    const waiver = { finding: 1, reason: '依据', account: 'jixiao', at: '2025-01-11T00:00:00Z' }
    expect(word('A1', { findings: [finding(1, { waiver })] }, [missing('A1')])).toBe('待补 1 项')
  })

  it('is found by words, level or what is open; rows of a run that are promised no more stay', () => {
    const lines = linesOf([indicator('A1'), indicator('B1', { level1: 'Benefit', name: 'Satisfied People' })], run({ rows: [row('A1'), row('Z9')] }), [missing('B1')])
    expect(lines.map(({ code }) => code)).toEqual(['A1', 'B1', 'Z9'])
    expect(narrowed(lines, ' satisfied ', false).map(({ code }) => code)).toEqual(['B1'])
    expect(narrowed(lines, 'z9', false).map(({ code }) => code)).toEqual(['Z9'])
    expect(narrowed(lines, '', true).map(({ code }) => code)).toEqual(['B1'])
    expect(grouped(lines).map(({ level1, lines: inside }) => [level1, inside.length])).toEqual([['Output', 1], ['Benefit', 1], ['Output', 1]])
  })
})

describe('comparing runs', () => {
  const side = { target: '≥100场', actual: '98场', weight: '5', score: '4.90', note: null, version: 1 }
  const moved = (more: Partial<ComparedRow> = {}): ComparedRow => ({ code: 'A1', name: '会议', change: 'changed', parts: ['actual', 'score'], records_differ: true, before: side, after: { ...side, actual: '100场', score: '5.00' }, ...more })
  const same = moved({ code: 'A2', name: '不变', change: 'same', parts: [], records_differ: false, after: side })

  it('puts the older of two first, and needs exactly two', () => {
    const runs = ['r3', 'r2', 'r1'].map((name) => run({ run: name }))
    expect(pairOf(runs, ['r1', 'r3'])).toEqual({ before: 'r1', after: 'r3' })
    expect([pairOf(runs, ['r1']), pairOf(runs, ['r1', 'r2', 'r3']), pairOf(runs, [])]).toEqual([null, null, null])
  })

  it('says what moved, also when only the records behind a figure did', () => {
    expect(partsText(moved())).toBe('完成值、得分、所依据的记录')
    expect([hasMoved(same), hasMoved({ ...same, records_differ: true })]).toEqual([false, true])
    expect([movedText(moved(), 'actual'), movedText(same, 'actual'), movedText(moved({ before: null }), 'score')]).toEqual(['98场 → 100场', '98场', '— → 5.00'])
    expect(pointsText({ before: '97.20', after: '98.28', difference: '1.08' })).toBe('97.20 → 98.28（+1.08）')
    expect(pointsText({ before: null, after: '98.28', difference: null })).toBe('— → 98.28（—）')
  })

  it('lists the rows that moved, and all on demand', async () => {
    const sent = fakeServer({ 'GET /api/v1/indicators/runs/r2/comparison': { body: { before: run({ run: 'r1' }), after: run(), execution: { before: '18.28', after: '18.28', difference: '0.00' }, total: { before: '98.18', after: '98.28', difference: '0.10' }, rows: [moved(), same] } } })
    const wrapper = await mounted(ComparisonPage, { at: '/self-evaluation/comparison?before=r1&after=r2' })
    expect(new URL(sent.find(({ url }) => url.includes('comparison'))!.url).searchParams.get('with')).toBe('r1')
    expect(wrapper.findAll('tbody tr').map((one) => one.text()).join()).not.toContain('不变')
    expect(wrapper.text()).toContain('98.18 → 98.28（+0.10）')
    await wrapper.get('input[type=checkbox]').setValue(true)
    expect(wrapper.findAll('tbody tr').map((one) => one.text()).join()).toContain('不变')
  })

  it('asks for nothing without two runs', async () => {
    const sent = fakeServer({})
    expect((await mounted(ComparisonPage)).text()).toContain('没有选定要比较的评价')
    expect(sent).toHaveLength(0)
  })

  it('is reached by ticking two of the list', async () => {
    fakeServer({
      'GET /api/v1/indicators/years': { body: { items: [{ year: 2024, runs: 2 }], next: null } },
      'GET /api/v1/indicators/years/2024/runs': { body: { items: [run(), run({ run: 'r1', total: '97.00' })], next: null } },
    })
    const wrapper = await mounted(asOne(RunsPage, ['indicators.read']))
    expect(button('比较')?.disabled).toBe(true)
    for (const box of wrapper.findAll('tbody input[type=checkbox]')) await box.setValue(true)
    expect(button('比较')?.disabled).toBe(false)
    await press('比较')
    expect(wrapper.vm.$router.currentRoute.value.fullPath).toBe('/self-evaluation/comparison?before=r1&after=r2')
    expect(button('评价')).toBeUndefined()
  })
})

describe('evaluating', () => {
  const path = 'POST /api/v1/indicators/years/2024/evaluations'
  const answers = { [path]: { status: 202, body: { job: 'j1' } }, 'GET /api/v1/indicators/rule-sets': { body: { items: [], next: null } } }

  it('sends the day within the year, and shows the job', async () => {
    const sent = fakeServer(answers)
    await mounted(EvaluateDialog, { props: { year: '2024' } })
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    const post = sent.find(({ method }) => method === 'POST')
    expect(await post?.json()).toEqual({ as_of: '2024-12-31' })
    expect(post?.headers.get('idempotency-key')).toBeTruthy()
    expect(sent.some(({ url }) => url.endsWith('/api/v1/jobs/j1'))).toBe(true)
  })

  it('a correction is not sent without its reason', async () => {
    const sent = fakeServer(answers)
    await mounted(EvaluateDialog, { props: { year: '2024', corrects: 'r1' } })
    const submit = async () => {
      document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
      await flushPromises()
    }
    await submit()
    expect(sent.some(({ method }) => method === 'POST')).toBe(false)
    expect(bodyText()).toContain('请写明更正理由')
    const area = document.querySelector('textarea')!
    area.value = ' 漏计一场 '
    area.dispatchEvent(new Event('input'))
    await submit()
    expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ as_of: '2024-12-31', corrects: 'r1', why: '漏计一场' })
  })

  it('a refusal is told and nothing is running', async () => {
    fakeServer({ ...answers, [path]: { status: 409, body: problem(409, 'indicators.run.signed') } })
    await mounted(EvaluateDialog, { props: { year: '2024' } })
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(document.querySelector('.summary')?.textContent).toContain('indicators.run.signed')
  })
})

describe('signing', () => {
  const path = 'POST /api/v1/indicators/runs/r2/signature'
  const shown = (of: ReturnType<typeof run>, ...permissions: string[]) => mounted(asOne(SignButton, permissions, { run: of }))

  it('is refused while errors are open: each is named and linked, nothing is sent', async () => {
    const sent = fakeServer({})
    await shown(run({ findings: [finding(1), finding(2, { severity: 'warning' })], open_errors: 1 }), 'indicators.sign')
    await press('签署')
    expect([...document.querySelectorAll('[role=alert] a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([['Finding 1', '/#finding-1']])
    expect(sent).toHaveLength(0)
  })

  it('asks first, and shows why the server refuses', async () => {
    const { asked } = await import('@/shared/feedback/confirm')
    const sent = fakeServer({ [path]: { status: 409, body: problem(409, 'indicators.run.records_changed') } })
    await shown(run(), 'indicators.sign')
    await press('签署')
    expect(sent).toHaveLength(0)
    asked.value?.answer(true)
    await flushPromises()
    expect(sent[0]?.headers.get('idempotency-key')).toBeTruthy()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('indicators.run.records_changed')
  })

  it('whose report contradicts itself leads to the check of that report', async () => {
    const { asked } = await import('@/shared/feedback/confirm')
    fakeServer({ [path]: { status: 409, body: problem(409, 'app.report.open_errors') } })
    await shown(run(), 'indicators.sign')
    await press('签署')
    asked.value?.answer(true)
    await flushPromises()
    expect([...document.querySelectorAll('[role=alert] a')].map((link) => link.getAttribute('href'))).toEqual([`/check?run=${run().run}`])
  })

  it('is not offered to whoever may not, nor for a run that is signed or corrected', async () => {
    const signature = { account: 'ld', at: '2025-01-12T00:00:00Z', digest: '22' }
    for (const [of, permission] of [[run(), 'indicators.edit'], [run({ signature }), 'indicators.sign'], [run({ corrected_by: 'r3' }), 'indicators.sign']] as const) {
      const wrapper = await shown(of, permission)
      expect(wrapper.find('button').exists()).toBe(false)
    }
  })
})

describe('findings', () => {
  it('stand errors first; a reason is asked for only from whoever may give it, and never for a signed run', async () => {
    fakeServer({})
    const findings = [finding(1, { severity: 'note' }), finding(2), finding(3, { waiver: { finding: 3, reason: '依据文号', account: 'jixiao', at: '2025-01-11T00:00:00Z' } })]
    const wrapper = await mounted(asOne(RunFindings, ['indicators.edit'], { run: run({ findings, open_errors: 1 }) }))
    expect(wrapper.findAll('li').map((item) => item.attributes('id'))).toEqual(['finding-2', 'finding-3', 'finding-1'])
    expect(wrapper.findAll('button').map((one) => one.text())).toEqual(['说明理由'])
    expect(wrapper.text()).toContain('依据文号')
    const signature = { account: 'ld', at: '2025-01-12T00:00:00Z', digest: '22' }
    expect((await mounted(asOne(RunFindings, ['indicators.edit'], { run: run({ findings, signature }) }))).find('button').exists()).toBe(false)
    expect((await mounted(asOne(RunFindings, ['indicators.read'], { run: run({ findings }) }))).find('button').exists()).toBe(false)
  })

  it('a reason is sent with the number of the finding', async () => {
    const sent = fakeServer({ 'POST /api/v1/indicators/runs/r2/waivers': { status: 201, body: run() } })
    await mounted(asOne(RunFindings, ['indicators.edit'], { run: run({ findings: [finding(7)], open_errors: 1 }) }))
    await press('说明理由')
    const submit = async () => {
      document.querySelector('form#waive')?.dispatchEvent(new Event('submit', { cancelable: true }))
      await flushPromises()
    }
    await submit()
    expect(sent).toHaveLength(0)
    const area = document.querySelector('textarea')!
    area.value = '按文件执行'
    area.dispatchEvent(new Event('input'))
    await submit()
    expect(await sent[0]?.json()).toEqual({ finding: 7, reason: '按文件执行' })
  })
})

describe('verifying a run', () => {
  const path = 'GET /api/v1/indicators/runs/r2/verification'
  const nothing = { clean: true, facts: 30, records: 12345, changes: [], unreadable: [], evidence: [], broken_seals: [] }

  it('asks only when it is wanted, and says that nothing changed', async () => {
    const sent = fakeServer({ [path]: { body: nothing } })
    const wrapper = await mounted(VerifyRun, { props: { run: 'r2' } })
    expect(sent).toHaveLength(0)
    await press('核对')
    expect(wrapper.get('[role=status]').text()).toContain('没有变化')
    expect(wrapper.text()).toContain('12,345')
  })

  it('names what changed, vanished or cannot be read any more', async () => {
    const change = { code: 'A1', name: '会议', value_then: '1930', value_now: '1928', asked_then: null, asked_now: null, changed: [], changed_count: 0, vanished: [{ id: 'x', place: '会议!A12' }], vanished_count: 2, appeared: [], appeared_count: 0 }
    fakeServer({ [path]: { body: { ...nothing, clean: false, changes: [change, { ...change, code: 'A2', asked_now: 1500 }], unreadable: ['台账:会议'], evidence: [{ code: 'A1', name: '纪要.pdf', digest: 'd', missing: true }], broken_seals: ['A1'] } } })
    const wrapper = await mounted(VerifyRun, { props: { run: 'r2' } })
    await press('核对')
    expect(wrapper.get('[role=status]').text()).toContain('有变化')
    for (const words of ['1930 → 1928', '2 条已不存在', '会议!A12', '发放问卷 — → 1,500 份', '台账:会议', '纪要.pdf']) expect(wrapper.text()).toContain(words)
    expect(wrapper.get('details a').attributes('href')).toBe('/indicators/facts/r2/A1')
  })
})
