// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'
import { t as backups } from './wordsOfBackups'
import { t as jobs } from './wordsOfJobs'
import { t as status } from './wordsOfStatus'

export const pages: Page[] = [
  { name: 'system.jobs', path: '/jobs', title: () => jobs('jobs'), component: () => import('./JobsPage.vue'), access: 'signed_in', permissions: ['jobs.read'], menu: 10 },
  { name: 'system.backups', path: '/backups', title: () => backups('backups'), component: () => import('./BackupsPage.vue'), access: 'signed_in', permissions: ['system.read'], menu: 20 },
  { name: 'system.status', path: '/status', title: () => status('status'), component: () => import('./StatusPage.vue'), access: 'signed_in', menu: 70 },
  { name: 'system.help', path: '/help', title: () => t('help'), component: () => import('./HelpPage.vue'), access: 'open', menu: 80 },
  { name: 'system.interface', path: '/interface', title: () => t('interface'), component: () => import('./InterfacePage.vue'), access: 'open', menu: 90 },
]
