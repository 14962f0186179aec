// SPDX-License-Identifier: Apache-2.0
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { ApiProblem } from '@/shared/api/problem'
import { t } from './words'

export const administrators = ['sysadmin', 'secadmin', 'auditor'] as const
export type Founding = Contract<'Founding'>

export function nothingTyped(): Founding {
  const nobody = () => ({ account: '', name: '' })
  return { code: '', unit: '', region_code: '', region_name: '', sysadmin: nobody(), secadmin: nobody(), auditor: nobody() }
}

export type Findings = Record<string, string | false>
const isEmpty = (text: string) => text.trim() === ''

export function findingsOfUnit(typed: Founding): Findings {
  return {
    '/code': isEmpty(typed.code) && t('first_code_needed'),
    '/unit': isEmpty(typed.unit) && t('org_name_needed'),
    '/region_code': !/^\d{6}$/.test(typed.region_code.trim()) && t('region_wrong'),
    '/region_name': isEmpty(typed.region_name) && t('region_name_needed'),
  }
}

export function findingsOfPeople(typed: Founding): Findings {
  const findings: Findings = {}
  const seen = new Set<string>()
  for (const role of administrators) {
    const account = typed[role].account.trim()
    findings[`/${role}/account`] = (account === '' && t('account_needed')) || (seen.has(account) && t('account_twice', { account }))
    findings[`/${role}/name`] = isEmpty(typed[role].name) && t('name_needed')
    seen.add(account)
  }
  return findings
}

/** Which of the steps shows the field that the server found wrong. */
export const stepOf = (pointer: string) => (administrators.some((role) => pointer.startsWith(`/${role}`)) ? 2 : 1)

export function bodyOf(typed: Founding): Founding {
  const trimmed = ({ account, name }: Founding['auditor']) => ({ account: account.trim(), name: name.trim() })
  return {
    code: typed.code.trim(),
    unit: typed.unit.trim(),
    region_code: typed.region_code.trim(),
    region_name: typed.region_name.trim(),
    sysadmin: trimmed(typed.sysadmin),
    secadmin: trimmed(typed.secadmin),
    auditor: trimmed(typed.auditor),
  }
}

/** Whether the data folder still waits for its first set-up. */
export async function isSetUpNeeded(): Promise<boolean> {
  try {
    return (await got(api.GET('/api/v1/identity/setup'))).is_needed
  } catch (failure) {
    if (failure instanceof ApiProblem) return false
    throw failure
  }
}
