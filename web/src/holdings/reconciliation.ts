// SPDX-License-Identifier: Apache-2.0
import type { ReconciliationKind, ReconciliationLine } from './holdings'
import { t as say } from './wordsOfReconciliation'

/** The workbook that the server writes of what is shown. */
export const workbookAddress = (kind: ReconciliationKind, isNarrowed: boolean) => `/api/v1/holdings/reconciliations/${kind}/export${isNarrowed ? '?differing=true' : ''}`

const known = ['same', 'unit', 'area', 'unit_and_area', 'untitled', 'holder'] as const
type Known = (typeof known)[number]
const isKnown = (reason: string): reason is Known => (known as readonly string[]).includes(reason)

/** What a row differs in; of a row that one side alone has, which. */
export function reasonText({ reason }: ReconciliationLine, ours: string, theirs: string): string {
  if (reason === 'only_ours' || reason === 'only_theirs') return say('reason_only_ours', { side: reason === 'only_ours' ? ours : theirs })
  return isKnown(reason) ? say(`reason_${reason}`) : reason
}
