// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'
import { t as say } from './wordsOfComparison'

const read = { access: 'signed_in', permissions: ['surveys.read'] } as const
const edit = { access: 'signed_in', permissions: ['surveys.edit'] } as const

export const pages: Page[] = [
  { name: 'surveys.list', path: '/surveys/list', title: () => t('list'), component: () => import('./SurveysPage.vue'), ...read, menu: 1 },
  { name: 'surveys.new', path: '/surveys/new', title: () => t('new'), component: () => import('./NewPage.vue'), ...edit, under: 'surveys.list' },
  { name: 'surveys.survey', path: '/surveys/list/:survey', title: () => t('survey'), component: () => import('./SurveyPage.vue'), ...read, under: 'surveys.list' },
  { name: 'surveys.change', path: '/surveys/list/:survey/change', title: () => t('change'), component: () => import('./ChangePage.vue'), ...edit, under: 'surveys.list' },
  { name: 'surveys.comparison', path: '/surveys/list/:survey/comparison', title: () => say('comparison'), component: () => import('./ComparisonPage.vue'), ...read, under: 'surveys.list' },
  { name: 'surveys.cards', path: '/surveys/list/:survey/cards', title: () => t('cards'), component: () => import('./CardsPage.vue'), ...edit, under: 'surveys.list' },
  { name: 'surveys.import', path: '/surveys/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...edit, under: 'surveys.list' },
  { name: 'surveys.actions', path: '/surveys/actions', title: () => t('actions'), component: () => import('./ActionsPage.vue'), ...read, menu: 2 },
  { name: 'surveys.statistics', path: '/surveys/statistics', title: () => t('statistics'), component: () => import('./StatisticsPage.vue'), ...read, menu: 3 },
  { name: 'surveys.answer', path: '/survey', title: () => t('answer'), component: () => import('./answer/AnswerPage.vue'), access: 'open', isAnonymous: true },
]
