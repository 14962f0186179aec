// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const signed = { access: 'signed_in' } as const
const read = { ...signed, permissions: ['indicators.read'] } as const
const edit = { ...signed, permissions: ['indicators.edit'] } as const

export const pages: Page[] = [
  { name: 'indicators.targets', path: '/indicators', title: () => t('targets'), component: () => import('./TargetsPage.vue'), menu: 1, ...read },
  { name: 'indicators.grid', path: '/indicators/grid', title: () => t('grid'), component: () => import('./GridPage.vue'), under: 'indicators.targets', ...edit },
  { name: 'indicators.revisions', path: '/indicators/revisions', title: () => t('revisions'), component: () => import('./RevisionsPage.vue'), menu: 2, ...read },
  { name: 'indicators.revision-new', path: '/indicators/revisions/new', title: () => t('revision_new'), component: () => import('./RevisionNewPage.vue'), under: 'indicators.revisions', ...edit },
  { name: 'indicators.measures', path: '/indicators/measures', title: () => t('measures'), component: () => import('./MeasurePage.vue'), menu: 3, ...read },
  { name: 'indicators.import', path: '/indicators/import', title: () => t('import'), component: () => import('./ImportPage.vue'), menu: 4, ...signed, permissions: ['indicators.import'] },
  { name: 'indicators.fact', path: '/indicators/facts/:run/:code', title: () => t('fact'), component: () => import('./FactPage.vue'), under: 'indicators.targets', ...read },
]
