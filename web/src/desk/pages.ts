// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

export const pages: Page[] = [
  { name: 'desk', path: '/desk', title: () => t('desk'), component: () => import('./DeskPage.vue'), access: 'signed_in', menu: 1 },
]
