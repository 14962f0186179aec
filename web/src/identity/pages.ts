// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

export const pages: Page[] = [
  { name: 'identity.sign-in', path: '/sign-in', title: () => t('sign_in'), component: () => import('./SignInPage.vue'), access: 'open' },
  { name: 'identity.set-up', path: '/set-up', title: () => t('set_up'), component: () => import('./SetUpPage.vue'), access: 'open' },
]
