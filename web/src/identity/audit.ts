// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { t } from './wordsOfAudit'

export type AuditRecord = Contract<'AuditRecord'>
export type Verification = Contract<'AuditVerification'>
type Key = Parameters<typeof t>[0]

/** What a list can be narrowed to: all acts of a kind. */
export const kinds = [
  'identity.session', 'identity.password', 'identity.second_factor', 'identity.code', 'identity.person', 'identity.grant',
  'identity.org', 'identity.audit', 'request', 'budget', 'ledgers', 'indicators',
  'reports', 'jobs', 'system',
] as const

export const kindChoices = () => kinds.map((kind) => ({ value: kind, label: t(`kind_${kind.replace('.', '_')}` as Key) }))

/** An act in words; one that this page does not know keeps the server’s name. */
export function actText(action: string): string {
  const key = `act_${action.replaceAll('.', '_')}`
  return Object.hasOwn(t.texts['zh-CN'], key) ? t(key as Key) : action
}

/** The beginning of a digest, enough to compare by eye; the whole one stands in the details. */
export const shortDigest = (digest: string | null) => (digest === null ? '' : `${digest.slice(0, 8)}…`)

export const checkpointsKey = ['identity', 'checkpoints']

export function exportHref(filter: Record<string, string>): string {
  const query = new URLSearchParams(filter).toString()
  return `/api/v1/identity/audit/export${query === '' ? '' : `?${query}`}`
}
