// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { t } from './words'

type Key = Parameters<typeof t>[0]
export type Scope = Contract<'Scope'>
export const scopes: readonly Scope[] = ['own', 'section', 'unit', 'unit_and_below', 'all']

const isKey = (key: string): key is Key => Object.hasOwn(t.texts['zh-CN'], key)
// A server that is newer than this page may know more; its own word is better than none.
const wordOf = (kind: string, code: string) => {
  const key = `${kind}_${code.replace('.', '_')}`
  return isKey(key) ? t(key) : code
}

export const roleText = (role: string) => wordOf('role', role)
export const scopeText = (scope: string) => wordOf('scope', scope)
export const permissionText = (permission: string) => wordOf('may', permission)
/** 绩效科（本单位） */
export const heldText = ({ role, scope }: Contract<'HeldRole'>) => `${roleText(role)}（${scopeText(scope)}）`
