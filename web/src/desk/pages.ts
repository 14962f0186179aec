// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

export const pages: Page[] = [
  { name: 'desk', path: '/desk', title: () => t('desk'), component: () => import('./DeskPage.vue'), access: 'signed_in', menu: 1 },
  { name: 'desk.what-if', path: '/desk/what-if', title: () => t('what_if'), component: () => import('./WhatIfPage.vue'), access: 'signed_in', permissions: ['indicators.read'], menu: 2, under: 'desk' },
]
