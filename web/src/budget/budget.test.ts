// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { fakeServer } from '@/shared/testing'
import { exportAddress, type BudgetDocument, type Contract, type Execution, type Line, type Payment } from './budget'
import { contractOf, emptyContract, findingsOfContract } from './contract'
import { dayWithin } from './day'
import { changesOf, documentOf, emptyDocument, findingsOfDocument, sidesOf, type TypedDocument } from './document'
import { elapsedOf, evenPace, lastDayOf, lightOf, monthRows } from './execution'
import { budgetFigure, committedFigure, paidFigure } from './figures'
import { emptyPayment, findingsOfPayment, findingsOfService, leftAfter, paymentOf } from './payment'

const wrong = (findings: Record<string, string | false>) => Object.keys(findings).filter((pointer) => findings[pointer])
const document = (number: string, issued_on: string, kind: BudgetDocument['kind'], lines: Record<string, string>): BudgetDocument =>
  ({ number, issued_on, kind, reason: null, amount: '0.00', place: null, correction: null, lines: Object.entries(lines).map(([line, amount]) => ({ line, amount })) })

describe('the year of a page', () => {
  it('gives a form its first day', () => {
    expect([dayWithin(2024, '2026-11-24'), dayWithin(2026, '2026-11-24'), dayWithin(2027, '2026-11-24')]).toEqual(['2024-12-31', '2026-11-24', '2027-01-01'])
  })
})

describe('a document', () => {
  it('has what each line was before and after, by day and not by place in the list', () => {
    const changes = changesOf([
      document('追减1', '2024-09-01', 'reduction', { A: '-30.00' }),
      document('年初', '2024-01-01', 'initial', { A: '100.00', B: '50.00' }),
      document('调剂1', '2024-09-01', 'transfer', { A: '-20.00', B: '20.00' }),
    ])
    expect(changes.get('年初')).toEqual([{ line: 'A', before: '0.00', amount: '100.00', after: '100.00' }, { line: 'B', before: '0.00', amount: '50.00', after: '50.00' }])
    expect(changes.get('追减1')).toEqual([{ line: 'A', before: '100.00', amount: '-30.00', after: '70.00' }])
    expect(changes.get('调剂1')).toEqual([{ line: 'A', before: '70.00', amount: '-20.00', after: '50.00' }, { line: 'B', before: '50.00', amount: '20.00', after: '70.00' }])
  })

  const typed = (more: Partial<TypedDocument>): TypedDocument => ({ ...emptyDocument('2024-07-01'), number: ' 某财〔2024〕1号 ', lines: [{ line: 'A', amount: '10.00', isOut: false }], ...more })
  const two = [{ line: 'A', amount: '10.00', isOut: true }, { line: 'B', amount: '10.00', isOut: false }]

  it('carries the sign of its kind', () => {
    expect(documentOf(typed({}))).toEqual({ number: '某财〔2024〕1号', issued_on: '2024-07-01', kind: 'supplement', reason: null, lines: [{ line: 'A', amount: '10.00' }] })
    expect(documentOf(typed({ kind: 'reduction' })).lines).toEqual([{ line: 'A', amount: '-10.00' }])
    expect(documentOf(typed({ kind: 'transfer', lines: [...two, { line: '', amount: '', isOut: false }] })).lines).toEqual([{ line: 'A', amount: '-10.00' }, { line: 'B', amount: '10.00' }])
  })

  it('is checked before it is sent', () => {
    expect(wrong(findingsOfDocument(typed({}), 2024))).toEqual([])
    expect(wrong(findingsOfDocument(typed({ number: ' ', issued_on: '', lines: [] }), 2024))).toEqual(['/number', '/issued_on', '/lines'])
    expect(wrong(findingsOfDocument(typed({ lines: [...two, { line: 'A', amount: '0.00', isOut: false }, { line: '', amount: '1.00', isOut: false }, { line: 'C', amount: '', isOut: false }] }), 2024)))
      .toEqual(['/lines/2/line', '/lines/2/amount', '/lines/3/line', '/lines/4/amount'])
    expect(wrong(findingsOfDocument(typed({ kind: 'transfer', lines: two }), 2024))).toEqual([])
    expect(wrong(findingsOfDocument(typed({ kind: 'transfer' }), 2024))).toEqual(['/lines'])
    expect(sidesOf(two)).toEqual({ into: '10.00', out: '10.00' })
  })

  it('may be older than the year only when it begins it', () => {
    const on = (kind: TypedDocument['kind'], issued_on: string) => wrong(findingsOfDocument(typed({ kind, issued_on }), 2024))
    expect(on('initial', '2023-12-20')).toEqual([])
    expect(on('carry_over', '2025-01-01')).toEqual(['/issued_on'])
    expect(on('supplement', '2023-12-31')).toEqual(['/issued_on'])
    expect(on('supplement', '2024-12-31')).toEqual([])
  })
})

describe('a payment', () => {
  const typed = { ...emptyPayment('2024-03-01'), voucher: ' 记-1 ', line: 'A', payee: '甲公司', amount: '12.00' }

  it('is checked before it is sent', () => {
    expect(wrong(findingsOfPayment(typed, 2024))).toEqual([])
    expect(wrong(findingsOfPayment(emptyPayment('2023-12-31'), 2024))).toEqual(['/voucher', '/paid_on', '/line', '/payee', '/amount'])
    expect(wrong(findingsOfPayment({ ...typed, amount: '-1.00', entry: '0' }, 2024))).toEqual(['/entry', '/amount'])
    expect(wrong(findingsOfPayment({ ...typed, amount: '0.01', entry: '12' }, 2024))).toEqual([])
  })

  it('has both months of service or none, in order', () => {
    expect(wrong(findingsOfService('2024-01', ''))).toEqual(['/service_to'])
    expect(wrong(findingsOfService('', '2024-01'))).toEqual(['/service_from'])
    expect(wrong(findingsOfService('2024-02', '2024-01'))).toEqual(['/service_to'])
    expect(wrong(findingsOfService('2024-01', '2024-01'))).toEqual([])
  })

  it('sends nothing where nothing was typed', () => {
    expect(paymentOf(typed)).toEqual({ voucher: '记-1', entry: 1, paid_on: '2024-03-01', line: 'A', payee: '甲公司', amount: '12.00', contract: null, service_from: null, service_to: null, functional_code: null, economic_code: null, note: null })
  })

  it('leaves less on its line, or on its contract, which had taken it from the line before', () => {
    const line = { available: '10.00' } as Line
    expect(leftAfter('', line, undefined)).toEqual({})
    expect(leftAfter('10.00', line, undefined)).toEqual({ line: { before: '10.00', after: '0.00', missing: null } })
    expect(leftAfter('10.01', line, undefined)).toEqual({ line: { before: '10.00', after: '-0.01', missing: '0.01' } })
    expect(leftAfter('12.00', line, { open: '5.00' } as Contract)).toEqual({ line: { before: '10.00', after: '10.00', missing: null }, contract: { before: '5.00', after: '-7.00', missing: '7.00' } })
  })
})

it('a contract is checked before it is sent', () => {
  const typed = { ...emptyContract('2024-01-02'), number: ' HT-1 ', line: 'A', payee: '甲公司', amount: '1.00', service_from: '2024-01', service_to: '2024-12' }
  expect(wrong(findingsOfContract(typed))).toEqual([])
  expect(wrong(findingsOfContract({ ...emptyContract(''), amount: '0.00' }))).toEqual(['/number', '/line', '/payee', '/amount', '/signed_on'])
  expect(contractOf(typed)).toMatchObject({ number: 'HT-1', title: null, service_to: '2024-12' })
})

describe('execution', () => {
  it('compares with the months that have begun', () => {
    expect(elapsedOf('2024-01-01')).toEqual({ months: 1, share: '8.33%' })
    expect(elapsedOf('2024-12-31')).toEqual({ months: 12, share: '100.00%' })
    expect([evenPace('100.00', 1), evenPace('100.00', 12), evenPace('0.00', 6)]).toEqual(['8.33', '100.00', '0.00'])
  })

  it('says its light in a word of its own', () => {
    const lights = (['red', 'yellow', 'green', null] as const).map(lightOf)
    expect(lights.map(({ kind }) => kind)).toEqual(['bad', 'attention', 'good', 'neutral'])
    expect(new Set(lights.map(({ word }) => word)).size).toBe(4)
  })

  it('adds up a month, and knows its last day', () => {
    const rows = monthRows({ whole: { adjusted: '120.00' }, months: [{ month: '2024-03', basic: '1.10', project: '2.20', paid_so_far: '3.30' }] } as Execution)
    expect(rows).toEqual([{ month: '2024-03', basic: '1.10', project: '2.20', paid_so_far: '3.30', whole: '3.30', even: '30.00' }])
    expect([lastDayOf('2024-02'), lastDayOf('2023-02'), lastDayOf('2024-12')]).toEqual(['2024-02-29', '2023-02-28', '2024-12-31'])
  })
})

describe('the records behind a figure', () => {
  const payment = (voucher: string, line: string, paid_on: string) => ({ voucher, entry: 1, line, paid_on }) as Payment
  const names = (page: { items: object[] }) => page.items.map((row) => (row as Payment).voucher)
  const shown = { title: '已支付', value: '1.00' }

  it('are asked for by line, kind of line, contract, month and last day, page by page', async () => {
    const sent = fakeServer({ 'GET /api/v1/budget/years/2024/payments': { body: { items: [payment('1', 'A', '2024-01-01')], next: 'c2' } } })
    const page = await paidFigure({ year: 2024, kind: 'basic', until: '2024-03-31' }, shown).records(undefined)
    expect([names(page), page.next]).toEqual([['1'], 'c2'])
    await paidFigure({ year: 2024, line: 'A', contract: 'HT-1', month: '2024-05' }, shown).records('c2')
    expect(sent.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      { line_kind: 'basic', until: '2024-03-31', limit: '200' },
      { line: 'A', contract: 'HT-1', month: '2024-05', cursor: 'c2', limit: '200' },
    ])
  })

  it('are the documents of the budget, the first approval apart from what came after', async () => {
    const documents = [document('年初', '2024-01-01', 'initial', { A: '1.00', B: '2.00' }), document('追加', '2024-06-01', 'supplement', { A: '3.00' }), document('年底', '2024-12-01', 'supplement', { A: '4.00' })]
    fakeServer({ 'GET /api/v1/budget/years/2024/documents': { body: { items: documents, next: null } } })
    const numbers = async (which: 'adjusted' | 'initial' | 'changes') =>
      (await budgetFigure({ year: 2024, line: 'A', until: '2024-11-30' }, shown, which).records(undefined)).items.map((row) => (row as { number: string }).number)
    expect([await numbers('adjusted'), await numbers('initial'), await numbers('changes')]).toEqual([['年初', '追加'], ['年初'], ['追加']])
  })

  it('are the contracts that committed a line', async () => {
    const contract = (number: string, line: string) => ({ number, line, signed_on: '2024-01-01' }) as Contract
    fakeServer({ 'GET /api/v1/budget/years/2024/contracts': { body: { items: [contract('1', 'A'), contract('2', 'B')], next: null } } })
    expect((await committedFigure({ year: 2024, line: 'B' }, shown).records(undefined)).items).toHaveLength(1)
  })
})

it('what is committed on a day takes from a contract only what was paid by then', async () => {
  const contract = { number: 'HT-1', line: 'A', signed_on: '2024-01-01', amount: '100.00', paid: '100.00', open: '0.00' } as Contract
  const paid = (paid_on: string, amount: string) => ({ voucher: paid_on, entry: 1, line: 'A', contract: 'HT-1', paid_on, amount })
  const sent = fakeServer({
    'GET /api/v1/budget/years/2024/contracts': { body: { items: [contract], next: null } },
    // As the server does: in time alone.
    'GET /api/v1/budget/years/2024/payments': () => {
      const until = new URL(sent.at(-1)?.url ?? '').searchParams.get('until') ?? '9999'
      return { body: { items: [paid('2024-03-01', '30.00'), paid('2024-04-01', '-5.00'), paid('2024-09-01', '75.00')].filter(({ paid_on }) => paid_on <= until), next: null } }
    },
  })
  const at = async (until?: string) => (await committedFigure({ year: 2024, line: 'A', until }, { title: '', value: '' }).records(undefined)).items
  expect(await at('2024-06-30')).toMatchObject([{ paid: '25.00', open: '75.00' }])
  expect(await at()).toMatchObject([{ paid: '100.00', open: '0.00' }])
})

it('an export has the filters of the page', () => {
  expect(exportAddress(2024, 'payments', 'xlsx', { line: '02-1', q: '甲' })).toBe('/api/v1/budget/years/2024/export?kind=payments&format=xlsx&line=02-1&q=%E7%94%B2')
})
