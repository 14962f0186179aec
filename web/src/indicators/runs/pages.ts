// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const reader = { access: 'signed_in', permissions: ['indicators.read'] } as const

export const pages: Page[] = [
  { name: 'indicators.workbench', path: '/self-evaluation', title: () => t('workbench'), component: () => import('./WorkbenchPage.vue'), menu: 5, ...reader },
  { name: 'indicators.runs', path: '/self-evaluation/runs', title: () => t('runs'), component: () => import('./RunsPage.vue'), menu: 6, ...reader },
  { name: 'indicators.run', path: '/self-evaluation/runs/:run', title: () => t('run'), component: () => import('./RunPage.vue'), under: 'indicators.runs', ...reader },
  { name: 'indicators.comparison', path: '/self-evaluation/comparison', title: () => t('comparison'), component: () => import('./ComparisonPage.vue'), under: 'indicators.runs', ...reader },
]
