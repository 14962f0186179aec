// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'
import { t as compared } from './wordsOfComparison'

const read = { access: 'signed_in', permissions: ['budget.read'] } as const

export const pages: Page[] = [
  { name: 'budget.execution', path: '/budget/execution', title: () => t('execution'), component: () => import('./ExecutionPage.vue'), ...read, menu: 1 },
  { name: 'budget.lines', path: '/budget/lines', title: () => t('lines'), component: () => import('./LinesPage.vue'), ...read, menu: 2 },
  { name: 'budget.documents', path: '/budget/documents', title: () => t('documents'), component: () => import('./DocumentsPage.vue'), ...read, menu: 3 },
  { name: 'budget.document-new', path: '/budget/documents/new', title: () => t('document_new'), component: () => import('./DocumentNewPage.vue'), access: 'signed_in', permissions: ['budget.edit'], under: 'budget.documents' },
  { name: 'budget.contracts', path: '/budget/contracts', title: () => t('contracts'), component: () => import('./ContractsPage.vue'), ...read, menu: 4 },
  { name: 'budget.contract-new', path: '/budget/contracts/new', title: () => t('contract_new'), component: () => import('./ContractNewPage.vue'), access: 'signed_in', permissions: ['budget.edit'], under: 'budget.contracts' },
  { name: 'budget.payments', path: '/budget/payments', title: () => t('payments'), component: () => import('./PaymentsPage.vue'), ...read, menu: 5 },
  { name: 'budget.payment-new', path: '/budget/payments/new', title: () => t('payment_new'), component: () => import('./PaymentNewPage.vue'), access: 'signed_in', permissions: ['budget.pay'], under: 'budget.payments' },
  { name: 'budget.findings', path: '/budget/findings', title: () => t('findings'), component: () => import('./FindingsPage.vue'), ...read, menu: 6 },
  { name: 'budget.comparison', path: '/budget/comparison', title: () => compared('comparison'), component: () => import('./ComparisonPage.vue'), access: 'signed_in', permissions: ['closing.read'], menu: 8 },
  { name: 'budget.import', path: '/budget/import', title: () => t('import'), component: () => import('./ImportPage.vue'), access: 'signed_in', permissions: ['budget.import'], menu: 7 },
]
