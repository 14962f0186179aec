// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const read = { access: 'signed_in', permissions: ['check.read'] } as const

export const pages: Page[] = [
  { name: 'check.reports', path: '/check', title: () => t('check'), component: () => import('./CheckPage.vue'), ...read, menu: 1 },
  { name: 'check.report', path: '/check/:report', title: () => t('report'), component: () => import('./ReportPage.vue'), ...read, under: 'check.reports' },
]
