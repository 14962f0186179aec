// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

export const pages: Page[] = [
  { name: 'system.help', path: '/help', title: () => t('help'), component: () => import('./HelpPage.vue'), access: 'open', menu: 80 },
  { name: 'system.interface', path: '/interface', title: () => t('interface'), component: () => import('./InterfacePage.vue'), access: 'open', menu: 90 },
]
