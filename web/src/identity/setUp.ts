// SPDX-License-Identifier: Apache-2.0
import { api, got } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import type { SetUp } from '@/shared/api/pending'
import { t } from './words'

export const administrators = ['sysadmin', 'secadmin', 'auditor'] as const
export type AdministratorRole = (typeof administrators)[number]

/** What is typed: the body of the request, and every password a second time. */
export type Typed = SetUp & { again: Record<AdministratorRole, string> }

export function nothingTyped(): Typed {
  const nobody = () => ({ account: '', name: '', password: '' })
  return {
    code: '', org_name: '', region: '', region_name: '',
    sysadmin: nobody(), secadmin: nobody(), auditor: nobody(),
    again: { sysadmin: '', secadmin: '', auditor: '' },
  }
}

export type Findings = Record<string, string | false>
const isEmpty = (text: string) => text.trim() === ''

export function findingsOfUnit(typed: Typed): Findings {
  return {
    '/code': isEmpty(typed.code) && t('first_code_needed'),
    '/org_name': isEmpty(typed.org_name) && t('org_name_needed'),
    '/region': !/^\d{6}$/.test(typed.region.trim()) && t('region_wrong'),
    '/region_name': isEmpty(typed.region_name) && t('region_name_needed'),
  }
}

/** The server decides about passwords; here only what can be seen without rules. */
export function findingsOfPeople(typed: Typed): Findings {
  const findings: Findings = {}
  const seen = new Set<string>()
  for (const role of administrators) {
    const { account, name, password } = typed[role]
    const known = account.trim()
    findings[`/${role}/account`] = (known === '' && t('account_needed')) || (seen.has(known) && t('account_twice', { account: known }))
    findings[`/${role}/name`] = isEmpty(name) && t('name_needed')
    findings[`/${role}/password`] = password === '' && t('password_needed')
    findings[`/again/${role}`] = typed.again[role] !== password && t('password_differs')
    seen.add(known)
  }
  return findings
}

/** Which of the steps shows the field that the server found wrong. */
export const stepOf = (pointer: string) => (administrators.some((role) => pointer.startsWith(`/${role}`)) ? 2 : 1)

export function bodyOf(body: Typed): SetUp {
  const trimmed = (role: AdministratorRole) => ({ ...body[role], account: body[role].account.trim(), name: body[role].name.trim() })
  return {
    code: body.code.trim(),
    org_name: body.org_name.trim(),
    region: body.region.trim(),
    region_name: body.region_name.trim(),
    sysadmin: trimmed('sysadmin'),
    secadmin: trimmed('secadmin'),
    auditor: trimmed('auditor'),
  }
}

/** Whether the data folder still waits for its first set-up. */
export async function isSetUpOpen(): Promise<boolean> {
  try {
    return (await got(api.GET('/api/v1/identity/setup'))).open
  } catch (failure) {
    if (failure instanceof ApiProblem) return false
    throw failure
  }
}
