// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

export const pages: Page[] = [
  { name: 'reports.report', path: '/reports', title: () => t('report'), component: () => import('./ReportPage.vue'), access: 'signed_in', permissions: ['reports.read'], menu: 1 },
]
