// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'
import { t as audit } from './wordsOfAudit'
import { t as account } from './wordsOfAccount'
import { t as rights } from './wordsOfRights'

export const pages: Page[] = [
  { name: 'identity.sign-in', path: '/sign-in', title: () => t('sign_in'), component: () => import('./SignInPage.vue'), access: 'open' },
  { name: 'identity.set-up', path: '/set-up', title: () => t('set_up'), component: () => import('./SetUpPage.vue'), access: 'open' },
  { name: 'identity.account', path: '/account', title: () => account('account_page'), component: () => import('./AccountPage.vue'), access: 'signed_in' },
  { name: 'identity.organisations', path: '/organisations', title: () => rights('organisations'), component: () => import('./OrganisationsPage.vue'), access: 'signed_in', permissions: ['identity.read'], menu: 10 },
  { name: 'identity.people', path: '/people', title: () => rights('people'), component: () => import('./PeoplePage.vue'), access: 'signed_in', permissions: ['identity.read'], menu: 20 },
  { name: 'identity.grants', path: '/grants', title: () => rights('grants'), component: () => import('./GrantsPage.vue'), access: 'signed_in', permissions: ['identity.read'], menu: 30 },
  { name: 'identity.roles', path: '/roles', title: () => rights('role_matrix'), component: () => import('./RolesPage.vue'), access: 'signed_in', permissions: ['identity.read'], menu: 40 },
  { name: 'identity.sessions', path: '/sessions', title: () => rights('sessions'), component: () => import('./SessionsPage.vue'), access: 'signed_in', permissions: ['identity.sessions'], menu: 50 },
  { name: 'identity.audit', path: '/audit', title: () => audit('audit'), component: () => import('./AuditPage.vue'), access: 'signed_in', permissions: ['audit.read'], menu: 60 },
]
