// SPDX-License-Identifier: Apache-2.0
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import JobProgress from '@/shared/feedback/JobProgress.vue'
import UploadButton from '@/shared/form/UploadButton.vue'
import { useSession, type Session } from '@/shared/session'
import { fakeServer, mounted, problem } from '@/shared/testing'
import CorrectionForm from './CorrectionForm.vue'
import DocumentForm from './DocumentForm.vue'
import ExecutionSums from './ExecutionSums.vue'
import FindingsPanel from './FindingsPanel.vue'
import ImportPanel from './ImportPanel.vue'
import LinesPage from './LinesPage.vue'
import LinesPanel from './LinesPanel.vue'
import PaymentDrawer from './PaymentDrawer.vue'
import PaymentForm from './PaymentForm.vue'
import PaymentsPanel from './PaymentsPanel.vue'
import type { ListedPayment, Payment } from './budget'

class Quiet {
  addEventListener() {
    return undefined
  }
  close() {
    return undefined
  }
}
beforeEach(() => {
  vi.stubGlobal('EventSource', Quiet)
  document.body.innerHTML = ''
})

const list = (...items: object[]) => ({ body: { items, next: null } })
const line = (code: string, more: object = {}) => ({ code, name: `项目${code}`, kind: 'project', functional_code: null, economic_code: null, adjusted: '100.00', committed: '0.00', paid: '40.00', available: '60.00', rate: '40.00%', ...more })
const contract = { number: 'HT-1', title: '物业', line: 'A', payee: '甲公司', amount: '50.00', paid: '0.00', open: '50.00', signed_on: '2024-01-01', service_from: null, service_to: null, place: null }
const payment = (more: Partial<ListedPayment> = {}): ListedPayment => ({ voucher: '记-1', entry: 1, kind: 'payment', paid_on: '2024-03-01', line: 'A', payee: '甲公司', contract: null, service_from: null, service_to: null, functional_code: null, economic_code: null, amount: '40.00', corrects: null, note: null, place: null, correction: null, corrected_by: [], ...more })
const of = '/api/v1/budget/years/2024'
const reading = { [`GET ${of}/lines`]: list(line('A'), line('B', { kind: 'basic', name: '水电' })), [`GET ${of}/contracts`]: list(contract), 'GET /api/v1/budget/years': list({ year: 2024 }) }

async function open(component: unknown, answers: Parameters<typeof fakeServer>[0], { may = [] as string[], at = '/', props = {} as object } = {}) {
  const sent = fakeServer({ ...reading, ...answers })
  const wrapper = await mounted(component, { props: { year: 2024, ...props }, at })
  useSession().me = { permissions: may } as unknown as Session
  await flushPromises()
  const posted = () => sent.filter(({ method }) => method === 'POST')
  return { wrapper, sent, posted }
}
const texts = (wrapper: VueWrapper, selector: string) => wrapper.findAll(selector).map((one) => one.text())
const rowsOf = (wrapper: VueWrapper) => texts(wrapper, 'tbody tr td:first-child')
async function fill(wrapper: VueWrapper, label: string, value: string) {
  const found = wrapper.findAll('label').find((one) => one.text().replace('必填', '') === label)
  await wrapper.get(`[id="${found?.attributes('for') ?? ''}"]`).setValue(value)
}
const submit = async (wrapper: VueWrapper) => {
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}

describe('without a fiscal year', () => {
  const none = { 'GET /api/v1/budget/years': list() }

  it('a page says so, and only who may opens one', async () => {
    const { wrapper } = await open(LinesPage, none)
    expect(wrapper.text()).toContain('还没有打开预算年度')
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('the year that is typed is opened', async () => {
    const { wrapper, posted } = await open(LinesPage, { ...none, 'POST /api/v1/budget/years': { status: 201, body: { year: 2025 } } }, { may: ['budget.edit'] })
    await fill(wrapper, '要打开的年度', '20x5')
    await submit(wrapper)
    expect(posted()).toHaveLength(0)
    await fill(wrapper, '要打开的年度', '2025')
    await submit(wrapper)
    expect(await posted()[0]?.json()).toEqual({ year: 2025 })
  })
})

describe('lines', () => {
  it('are those that match, and the sum is theirs', async () => {
    const { wrapper } = await open(LinesPanel, {}, { at: '/x?kind=basic&q=水' })
    expect(rowsOf(wrapper)).toEqual(['B'])
    expect(texts(wrapper, 'tfoot td')).toContain('0.01')
    expect((await open(LinesPanel, {})).wrapper.findAll('tbody tr')).toHaveLength(2)
  })

  it('open the payments that were made out of them', async () => {
    const { wrapper, sent } = await open(LinesPanel, { [`GET ${of}/payments`]: { body: { items: [payment()], next: null, total: 1, amount: '40.00' } } })
    await wrapper.findAll('tbody tr')[0]?.findAll('button.figure')[2]?.trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(document.querySelector('.el-drawer')?.textContent).toContain('记-1')
    const asked = sent.find(({ url }) => url.includes('/payments'))
    expect(new URL(asked?.url ?? '').searchParams.get('line')).toBe('A')
  })

  it('are added only by who may', async () => {
    const buttons = async (may: string[]) => texts((await open(LinesPanel, {}, { may })).wrapper, 'button')
    expect(await buttons([])).not.toContain('新增项目')
    expect(await buttons(['budget.edit'])).toEqual(expect.arrayContaining(['新增项目', '打开年度']))
  })

  it('say where to begin when there is none', async () => {
    const empty = { [`GET ${of}/lines`]: list() }
    expect((await open(LinesPanel, empty)).wrapper.find('.empty a').exists()).toBe(false)
    expect((await open(LinesPanel, empty, { may: ['budget.import'] })).wrapper.get('.empty a').attributes('href')).toBe('/budget/import?year=2024')
  })
})

describe('payments', () => {
  const page = (next: string | null, ...items: Payment[]) => ({ body: { items, next, total: 2, amount: '77.00' } })

  it('are asked for with the filters of the address and added up by the server', async () => {
    const { wrapper, sent } = await open(PaymentsPanel, { [`GET ${of}/payments`]: page('c', payment()) }, { at: '/x?line=A&month=2024-03&year=2024' })
    const asked = new URL(sent.find(({ url }) => url.includes('/payments'))?.url ?? '')
    expect(Object.fromEntries(asked.searchParams)).toEqual({ line: 'A', month: '2024-03', limit: '200' })
    expect(texts(wrapper, 'tfoot td')).toContain('0.01')
    expect(wrapper.text()).toContain('符合条件 2 笔')
    await wrapper.findAll('button').find((button) => button.text() === '加载更多')?.trigger('click')
    await flushPromises()
    expect(new URL(sent.filter(({ url }) => url.includes('/payments')).at(-1)?.url ?? '').searchParams.get('cursor')).toBe('c')
  })

  it('lead from an entry to what corrects it, and back', async () => {
    const corrected = payment({ corrected_by: [{ voucher: '记-2', entry: 1 }, { voucher: '记-3', entry: 2 }] })
    const refund = payment({ voucher: '记-2', kind: 'refund', corrects: { voucher: '记-1', entry: 1 } })
    const { wrapper } = await open(PaymentsPanel, { [`GET ${of}/payments`]: page(null, corrected, refund) }, { at: '/x?year=2024' })
    const links = wrapper.findAll('tbody a').map((link) => [link.text(), decodeURIComponent(link.attributes('href') ?? '')])
    const at = (voucher: string) => `/budget/payments?year=2024&q=${voucher}`
    expect(links).toEqual([['记-2 / 1', at('记-2')], ['记-3 / 2', at('记-3')], ['记-1 / 1', at('记-1')]])
    await open(PaymentDrawer, {}, { may: ['closing.read'], props: { payment: payment({ correction: 'c', corrected_by: [{ voucher: '记-2', entry: 1 }] }) } })
    expect([...document.querySelectorAll('.el-drawer__body a')].map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))).toEqual([at('记-2'), '/closing/months?year=2024'])
  })

  it('that cannot be read say why', async () => {
    const { wrapper } = await open(PaymentsPanel, { [`GET ${of}/payments`]: { status: 403, body: problem(403, 'request.not_permitted') } })
    expect(wrapper.get('[role=alert]').text()).toContain('request.not_permitted')
  })

  it.each([
    ['payment', ['budget.pay'], ['退款', '红冲']],
    ['refund', ['budget.pay'], ['红冲']],
    ['reversal', ['budget.pay'], []],
    ['payment', ['budget.read'], []],
  ] as const)('a %s with %s has the buttons %s', async (kind, may, buttons) => {
    await open(PaymentDrawer, {}, { may: [...may], props: { payment: payment({ kind }) } })
    const shown = [...document.querySelectorAll('.el-drawer__body button')].map((button) => button.textContent?.trim())
    expect(shown).toEqual(buttons)
  })
})

describe('a correction', () => {
  const answer = { status: 201, body: payment({ voucher: '记-9', amount: '-40.00', kind: 'refund' }) }

  it('of a part names the amount', async () => {
    const { wrapper, posted } = await open(CorrectionForm, { [`POST ${of}/payments/${encodeURIComponent('记-1')}/1/refund`]: answer }, { props: { payment: payment(), kind: 'refund' } })
    await submit(wrapper)
    expect(texts(wrapper, '.error')).toHaveLength(2)
    await fill(wrapper, '新凭证号', ' 记-9 ')
    await wrapper.get('.money-input input').setValue('12')
    await submit(wrapper)
    expect(await posted()[0]?.json()).toEqual({ voucher: '记-9', entry: 1, paid_on: '2024-12-31', amount: '12.00', note: null })
    expect(posted()[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(wrapper.emitted('done')).toHaveLength(1)
  })

  it('of the whole has no amount', async () => {
    const { wrapper, posted } = await open(CorrectionForm, { [`POST ${of}/payments/${encodeURIComponent('记-1')}/1/reversal`]: answer }, { props: { payment: payment(), kind: 'reversal' } })
    expect(wrapper.find('.money-input').exists()).toBe(false)
    await fill(wrapper, '新凭证号', '记-9')
    await submit(wrapper)
    expect(await posted()[0]?.json()).not.toHaveProperty('amount')
  })

  it('that is refused says why and stays', async () => {
    const { wrapper } = await open(CorrectionForm, { [`POST ${of}/payments/${encodeURIComponent('记-1')}/1/reversal`]: { status: 409, body: problem(409, 'budget.reversal.already') } }, { props: { payment: payment(), kind: 'reversal' } })
    await fill(wrapper, '新凭证号', '记-9')
    await submit(wrapper)
    expect(wrapper.get('.summary').text()).toContain('budget.reversal.already')
    expect(wrapper.emitted('done')).toBeUndefined()
  })
})

describe('recording a payment', () => {
  const path = `POST ${of}/payments`
  async function typed(answer: object) {
    const opened = await open(PaymentForm, { [path]: answer }, { may: ['budget.pay'] })
    const { wrapper } = opened
    await fill(wrapper, '凭证号', '记-1')
    await fill(wrapper, '支付日期', '2024-03-01')
    await fill(wrapper, '预算项目', 'A')
    await fill(wrapper, '合同编号', 'HT-1')
    await wrapper.get('.money-input input').setValue('5000')
    return opened
  }

  it('shows what is left, and that there is not enough, before it is sent', async () => {
    const { wrapper } = await typed({})
    expect(wrapper.get('.left').text()).toContain('50.00 → -4,950.00')
    expect(wrapper.get('.beyond').text()).toContain('4,950.00')
  })

  it('takes the payee from the contract, and begins again when it was recorded', async () => {
    const { wrapper, posted } = await typed({ status: 201, body: payment() })
    await submit(wrapper)
    expect(await posted()[0]?.json()).toMatchObject({ voucher: '记-1', contract: 'HT-1', payee: '甲公司', amount: '5000.00' })
    expect(wrapper.get('.recorded').text()).toContain('记-1')
    expect(wrapper.get<HTMLInputElement>('input.el-input__inner').element.value).toBe('')
  })

  it('keeps what was typed when it is refused, and says it at the field', async () => {
    const refusal = problem(409, 'budget.payment.exceeds_contract', [{ pointer: '/amount', code: 'x', message: '合同只剩 50.00 元' }])
    const { wrapper } = await typed({ status: 409, body: refusal })
    await submit(wrapper)
    expect(texts(wrapper, '.error')).toEqual(['合同只剩 50.00 元'])
    expect(wrapper.get<HTMLInputElement>('input.el-input__inner').element.value).toBe('记-1')
    expect(wrapper.find('.recorded').exists()).toBe(false)
  })
})

it('a transfer is recorded with both sides', async () => {
  const { wrapper, posted } = await open(DocumentForm, { [`POST ${of}/documents`]: { status: 201, body: { number: '调1', amount: '0.00' } } }, { may: ['budget.edit'] })
  await wrapper.get('input[type=radio][value=transfer]').setValue(true)
  await flushPromises()
  await fill(wrapper, '文号', '调1')
  await fill(wrapper, '日期', '2024-06-01')
  for (const [index, code] of ['A', 'B'].entries()) {
    await fill(wrapper, `第 ${index + 1} 行预算项目`, code)
    await wrapper.findAll('.money-input input')[index]?.setValue('10')
  }
  await submit(wrapper)
  expect(await posted()[0]?.json()).toEqual({ number: '调1', issued_on: '2024-06-01', kind: 'transfer', reason: null, lines: [{ line: 'A', amount: '-10.00' }, { line: 'B', amount: '10.00' }] })
})

it('execution says its light and opens every amount', async () => {
  const amounts = { initial: '100.00', changes: '0.00', adjusted: '100.00', committed: '0.00', paid: '40.00', available: '60.00', rate: '40.00%' }
  const execution = { as_of: '2024-12-31', lines: [], whole: amounts, basic: amounts, project: amounts, months: [], services: [], light: 'red' }
  const { wrapper } = await open(ExecutionSums, {}, { props: { execution } })
  expect(wrapper.get('.status').text()).toBe('严重滞后（红）')
  expect(wrapper.findAll('button.figure')).toHaveLength(15)
})

it('findings are narrowed by severity and say when there are none', async () => {
  const finding = (severity: string, message: string) => ({ rule: 'r', severity, message, places: [], numbers: [] })
  const answers = { [`GET ${of}/findings`]: { body: { items: [finding('error', '滞后'), finding('note', '舍入')], next: null, as_of: '2024-12-31' } } }
  expect(texts((await open(FindingsPanel, answers, { at: '/x?severity=note' })).wrapper, 'tbody td')[1]).toBe('舍入')
  expect((await open(FindingsPanel, answers, { at: '/x?severity=warning' })).wrapper.text()).toContain('没有发现问题')
})

describe('an import', () => {
  const result = (more: object) => ({ stored: false, dry_run: true, counts: { rows: 3, added: 3, unchanged: 0, totals: 1 }, amount: '9.00', passed_over: ['说明'], examples: [], problems: [], problems_not_listed: 0, ...more })
  const job = (state: string, more: object = {}) => ({ job: 'j1', kind: 'budget.import', title: '导入', state, progress: null, problem: null, cancel_requested: false, files: [], result: null, ...more })

  async function upload(...ends: object[]) {
    let turn = 0
    const opened = await open(ImportPanel, { [`POST ${of}/imports`]: { status: 202, body: job('queued') }, 'GET /api/v1/jobs/j1': { body: job('queued') } }, { may: ['budget.import'] })
    const { wrapper } = opened
    const end = async () => {
      wrapper.getComponent(JobProgress).vm.$emit('end', ends[turn++])
      await flushPromises()
    }
    wrapper.getComponent(UploadButton).vm.$emit('done', { upload: 'u1', name: '支付.xlsx' })
    await flushPromises()
    await end()
    return { ...opened, end }
  }

  it('is a dry run first; a clean file is stored when somebody says so', async () => {
    const { wrapper, posted, end } = await upload(job('done', { result: result({}) }), job('done', { result: result({ stored: true, dry_run: false }) }))
    expect(wrapper.text()).toContain('没有发现问题')
    expect(wrapper.text()).toContain('说明')
    await wrapper.get('button.el-button--primary').trigger('click')
    await flushPromises()
    await end()
    expect(await Promise.all(posted().map((one) => one.json()))).toEqual([{ kind: 'payments', upload: 'u1', dry_run: true }, { kind: 'payments', upload: 'u1', dry_run: false }])
    expect(wrapper.text()).toContain('已导入 3 条')
  })

  it('names every mistake by cell and offers nothing to store', async () => {
    const wrong = result({ problems: [{ place: '支付明细!J12', column: '金额', code: 'x', message: '不是金额' }], problems_not_listed: 4 })
    const { wrapper } = await upload(job('done', { result: wrong }))
    expect(texts(wrapper, '[role=alert] tbody td')).toEqual(['支付明细!J12', '金额', '不是金额'])
    expect(wrapper.get('[role=alert] h2').text()).toContain('5')
    expect(wrapper.find('button.el-button--primary').exists()).toBe(false)
  })

  it('that failed lets another file be chosen', async () => {
    const { wrapper } = await upload(job('failed', { problem: { code: 'x', message: '打不开' } }))
    expect(wrapper.findComponent(UploadButton).exists()).toBe(true)
    expect(wrapper.find('button.el-button--primary').exists()).toBe(false)
  })
})
