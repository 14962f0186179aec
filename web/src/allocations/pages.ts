// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const read = { access: 'signed_in', permissions: ['premises.read'] } as const
const bring = { access: 'signed_in', permissions: ['premises.import'] } as const
const write = { access: 'signed_in', permissions: ['premises.edit'] } as const

export const pages: Page[] = [
  { name: 'allocations.units', path: '/allocations/units', title: () => t('units'), component: () => import('./UnitsPage.vue'), ...read, menu: 11 },
  { name: 'allocations.unit', path: '/allocations/units/:unit', title: () => t('unit_file'), component: () => import('./UnitPage.vue'), ...read, under: 'allocations.units' },
  { name: 'allocations.unit_new', path: '/allocations/new/unit', title: () => t('unit_new'), component: () => import('./UnitFormPage.vue'), ...write, under: 'allocations.units' },
  { name: 'allocations.unit_change', path: '/allocations/units/:unit/change', title: () => t('unit_change'), component: () => import('./UnitFormPage.vue'), ...write, under: 'allocations.units' },
  { name: 'allocations.import', path: '/allocations/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...bring, under: 'allocations.units' },
  { name: 'allocations.persons', path: '/allocations/persons', title: () => t('persons'), component: () => import('./PersonsPage.vue'), ...read, menu: 12 },
  { name: 'allocations.due', path: '/allocations/due', title: () => t('due'), component: () => import('./DuePage.vue'), ...read, menu: 13 },
  { name: 'allocations.agreements', path: '/allocations/agreements', title: () => t('agreements'), component: () => import('./AgreementsPage.vue'), ...read, menu: 14 },
  { name: 'allocations.agreement', path: '/allocations/agreements/:agreement', title: () => t('agreement'), component: () => import('./AgreementPage.vue'), ...read, under: 'allocations.agreements' },
  { name: 'allocations.agreement_new', path: '/allocations/new/agreement', title: () => t('agreement_new'), component: () => import('./AgreementNewPage.vue'), ...write, under: 'allocations.agreements' },
  { name: 'allocations.requests', path: '/allocations/requests', title: () => t('requests'), component: () => import('./RequestsPage.vue'), ...read, menu: 15 },
  { name: 'allocations.request', path: '/allocations/requests/:request', title: () => t('request'), component: () => import('./RequestPage.vue'), ...read, under: 'allocations.requests' },
  { name: 'allocations.request_new', path: '/allocations/new/request', title: () => t('request_new'), component: () => import('./RequestNewPage.vue'), ...write, under: 'allocations.requests' },
  { name: 'allocations.publications', path: '/allocations/publications', title: () => t('publications'), component: () => import('./PublicationsPage.vue'), ...read, menu: 16 },
]
