// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'
import { t as turn } from './wordsOfTurn'

const read = { access: 'signed_in', permissions: ['closing.read'] } as const

export const pages: Page[] = [
  { name: 'closing.months', path: '/closing/months', title: () => t('months'), component: () => import('./MonthsPage.vue'), ...read, menu: 1 },
  { name: 'closing.roll-over', path: '/closing/roll-over', title: () => turn('roll_over'), component: () => import('./RollOverPage.vue'), access: 'signed_in', permissions: ['closing.close'], menu: 2 },
]
