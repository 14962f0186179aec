// SPDX-License-Identifier: Apache-2.0
import { t } from './wordsOfJobs'

type Key = Parameters<typeof t>[0]
const kinds = ['budget.import', 'ledgers.import', 'indicators.import', 'indicators.evaluate', 'reports.render', 'system.backup', 'system.verify_backup'] as const

/** The kind of a job in words; one that this page does not know keeps the server’s name. */
export function kindText(kind: string): string {
  const key = `kind_${kind.replace('.', '_')}`
  return Object.hasOwn(t.texts['zh-CN'], key) ? t(key as Key) : kind
}

export const kindChoices = () => kinds.map((kind) => ({ value: kind, label: kindText(kind) }))
