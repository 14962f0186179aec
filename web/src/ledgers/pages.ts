// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const below = { access: 'signed_in', under: 'ledgers.list' } as const

export const pages: Page[] = [
  { name: 'ledgers.list', path: '/ledgers', title: () => t('ledgers'), component: () => import('./LedgersPage.vue'), access: 'signed_in', permissions: ['ledgers.read'], menu: 1 },
  { name: 'ledgers.declare', path: '/ledgers/declare', title: () => t('declare'), component: () => import('./DeclarePage.vue'), ...below, permissions: ['ledgers.declare'] },
  { name: 'ledgers.register', path: '/ledgers/register/:ledger', title: () => t('register'), component: () => import('./RegisterPage.vue'), ...below, permissions: ['ledgers.read'] },
  { name: 'ledgers.columns', path: '/ledgers/register/:ledger/columns', title: () => t('change'), component: () => import('./ChangePage.vue'), ...below, permissions: ['ledgers.declare'] },
  { name: 'ledgers.import', path: '/ledgers/register/:ledger/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...below, permissions: ['ledgers.import'] },
]
