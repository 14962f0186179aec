// SPDX-License-Identifier: Apache-2.0
import { api, got } from '@/shared/api/client'
import type { FigureSource } from '@/shared/figure/figure'
import { amountOf, fenOf } from '@/shared/money'
import { contractColumns, documentEntryColumns, paymentColumns } from './columns'
import type { BudgetDocument, Contract, LineKind, ListedPayment } from './budget'
import { t } from './wordsOfFigures'

/** Which records are behind a figure; whatever is not said does not matter. */
export interface Behind {
  year: number
  line?: string
  /** Lines of that kind; documents and contracts need `kinds` for it. */
  kind?: LineKind
  kinds?: ReadonlyMap<string, LineKind>
  contract?: string
  month?: string
  /** The last day that counts. */
  until?: string
}
interface Shown {
  title: string
  /** As it stands on the page. */
  value: string
}

/** The drawer shows whatever rows come, by their columns; who opens it need not know their type. */
export type Opened = FigureSource<object>
const opened = <Row>(source: FigureSource<Row>) => source as unknown as Opened

const isOfLine = ({ line, kind, kinds }: Behind, code: string) => (line === undefined || code === line) && (kind === undefined || kinds?.get(code) === kind)
const isInTime = ({ until }: Behind, day: string) => until === undefined || day <= until

// A live figure: nothing of it is frozen, so it has no digest.
function factOf(behind: Behind, shown: Shown, formula: string) {
  const period = behind.month ?? (behind.until ? t('until', { year: behind.year, day: behind.until }) : t('whole_year', { year: behind.year }))
  return () => Promise.resolve({ ...shown, period, formula, digest: t('live') })
}
const idOf = (what: string, behind: Behind) => ['budget', behind.year, 'figure', what, behind.line, behind.kind, behind.contract, behind.month, behind.until]

/** Payments come by day, in pages. */
async function paymentsBehind({ year, line, kind, contract, month, until }: Behind, cursor: string | null | undefined): Promise<{ items: ListedPayment[]; next: string | null }> {
  return got(api.GET('/api/v1/budget/years/{year}/payments', { params: { path: { year }, query: { line, line_kind: kind, contract, month, until, cursor: cursor ?? undefined, limit: 200 } } }))
}

export function paidFigure(behind: Behind, shown: Shown): Opened {
  return opened<ListedPayment>({
    id: idOf('paid', behind),
    fact: factOf(behind, shown, t('paid_formula')),
    records: (cursor) => paymentsBehind(behind, cursor),
    columns: paymentColumns(),
    rowKey: ({ voucher, entry }) => `${voucher}/${entry}`,
  })
}

/** One line of a document: what moved one line of the budget. */
export interface DocumentEntry {
  number: string
  issued_on: string
  kind: BudgetDocument['kind']
  line: string
  amount: string
  reason: string | null
}

export function entriesOf(documents: readonly BudgetDocument[]): DocumentEntry[] {
  return documents.flatMap(({ number, issued_on, kind, reason, lines }) => lines.map(({ line, amount }) => ({ number, issued_on, kind, line, amount, reason })))
}

/** `which`: the whole adjusted budget, the first approval, or everything after it. */
export function budgetFigure(behind: Behind, shown: Shown, which: 'adjusted' | 'initial' | 'changes' = 'adjusted'): Opened {
  const isWanted = (entry: DocumentEntry) => which === 'adjusted' || (entry.kind === 'initial') === (which === 'initial')
  return opened<DocumentEntry>({
    id: [...idOf('budget', behind), which],
    fact: factOf(behind, shown, t(`${which}_formula`)),
    async records() {
      const { items } = await got(api.GET('/api/v1/budget/years/{year}/documents', { params: { path: { year: behind.year } } }))
      return { items: entriesOf(items).filter((entry) => isWanted(entry) && isOfLine(behind, entry.line) && isInTime(behind, entry.issued_on)), next: null }
    },
    columns: documentEntryColumns(),
    rowKey: ({ number, line }) => `${number}/${line}`,
  })
}

/** Contracts as they stood at the end of a day: what was paid under them later was still committed then. */
async function asOf(behind: Behind, contracts: Contract[]): Promise<Contract[]> {
  if (behind.until === undefined) return contracts
  const paid = new Map<string, bigint>()
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await paymentsBehind(behind, cursor)
    for (const { contract, amount } of page.items) if (contract) paid.set(contract, (paid.get(contract) ?? 0n) + fenOf(amount))
    cursor = page.next
  }
  return contracts.map((one) => {
    const then = paid.get(one.number) ?? 0n
    return { ...one, paid: amountOf(then), open: amountOf(fenOf(one.amount) - then) }
  })
}

export function committedFigure(behind: Behind, shown: Shown): Opened {
  return opened<Contract>({
    id: idOf('committed', behind),
    fact: factOf(behind, shown, t('committed_formula')),
    async records() {
      const { items } = await got(api.GET('/api/v1/budget/years/{year}/contracts', { params: { path: { year: behind.year } } }))
      const mine = items.filter((contract) => isOfLine(behind, contract.line) && isInTime(behind, contract.signed_on))
      return { items: await asOf(behind, mine), next: null }
    },
    columns: contractColumns(),
    rowKey: ({ number }) => number,
  })
}
