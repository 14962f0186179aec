// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const read = { access: 'signed_in', permissions: ['premises.read'] } as const
const write = { access: 'signed_in', permissions: ['premises.edit'] } as const
const bring = { access: 'signed_in', permissions: ['premises.import'] } as const

export const pages: Page[] = [
  { name: 'premises.map', path: '/premises/map', title: () => t('map'), component: () => import('./MapPage.vue'), ...read, menu: 1 },
  { name: 'premises.buildings', path: '/premises/buildings', title: () => t('buildings'), component: () => import('./EstatesPage.vue'), ...read, menu: 2 },
  { name: 'premises.building', path: '/premises/buildings/:building', title: () => t('building_file'), component: () => import('./BuildingPage.vue'), ...read, under: 'premises.buildings' },
  { name: 'premises.parcels', path: '/premises/parcels', title: () => t('parcels'), component: () => import('./EstatesPage.vue'), ...read, menu: 3 },
  { name: 'premises.parcel', path: '/premises/parcels/:parcel', title: () => t('parcel_file'), component: () => import('./ParcelPage.vue'), ...read, under: 'premises.parcels' },
  { name: 'premises.registration', path: '/premises/registration', title: () => t('registration'), component: () => import('./RegistrationPage.vue'), ...read, menu: 4 },
  { name: 'premises.import', path: '/premises/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...bring, under: 'premises.buildings' },
  { name: 'premises.survey', path: '/premises/survey', title: () => t('survey'), component: () => import('./SurveyPage.vue'), ...bring, under: 'premises.map' },
  { name: 'premises.building_new', path: '/premises/new/building', title: () => t('new_building'), component: () => import('./EstateNewPage.vue'), ...write, under: 'premises.buildings' },
  { name: 'premises.building_change', path: '/premises/buildings/:building/change', title: () => t('change'), component: () => import('./EstateChangePage.vue'), ...write, under: 'premises.buildings' },
  { name: 'premises.rooms', path: '/premises/buildings/:building/rooms', title: () => t('rooms_change'), component: () => import('./RoomsPage.vue'), ...write, under: 'premises.buildings' },
  { name: 'premises.parcel_new', path: '/premises/new/parcel', title: () => t('new_parcel'), component: () => import('./EstateNewPage.vue'), ...write, under: 'premises.parcels' },
  { name: 'premises.parcel_change', path: '/premises/parcels/:parcel/change', title: () => t('change'), component: () => import('./EstateChangePage.vue'), ...write, under: 'premises.parcels' },
]
