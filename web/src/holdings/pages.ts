// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const read = { access: 'signed_in', permissions: ['holdings.read'] } as const
const edit = { access: 'signed_in', permissions: ['holdings.edit'] } as const
const count = { access: 'signed_in', permissions: ['holdings.count'], isOffline: true } as const

export const pages: Page[] = [
  { name: 'holdings.stocktakes', path: '/holdings/stocktakes', title: () => t('stocktakes'), component: () => import('./StocktakesPage.vue'), ...read, menu: 1 },
  { name: 'holdings.stocktake', path: '/holdings/stocktakes/:stocktake', title: () => t('stocktake'), component: () => import('./StocktakePage.vue'), ...read, under: 'holdings.stocktakes' },
  { name: 'holdings.labels', path: '/holdings/stocktakes/:stocktake/labels', title: () => t('labels'), component: () => import('./LabelsPage.vue'), ...read, under: 'holdings.stocktakes' },
  { name: 'holdings.count', path: '/holdings/count', title: () => t('count'), component: () => import('./count/CountPage.vue'), ...count, menu: 2 },
  { name: 'holdings.reconciliations', path: '/holdings/reconciliations', title: () => t('reconciliation'), component: () => import('./ReconciliationPage.vue'), ...read, menu: 3 },
  { name: 'holdings.import', path: '/holdings/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...edit, under: 'holdings.reconciliations' },
  { name: 'holdings.idle', path: '/holdings/idle', title: () => t('idle'), component: () => import('./IdlePage.vue'), ...read, menu: 4 },
  { name: 'holdings.leases', path: '/holdings/leases', title: () => t('leases'), component: () => import('./LeasesPage.vue'), ...read, menu: 5 },
]
