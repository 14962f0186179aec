// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t } from './words'

const read = { access: 'signed_in', permissions: ['repairs.read'] } as const
const report = { access: 'signed_in', permissions: ['repairs.report'] } as const
const edit = { access: 'signed_in', permissions: ['repairs.edit'] } as const
const work = { access: 'signed_in', permissions: ['repairs.work'] } as const

export const pages: Page[] = [
  { name: 'repairs.orders', path: '/repairs/orders', title: () => t('orders'), component: () => import('./OrdersPage.vue'), ...read, menu: 1 },
  { name: 'repairs.order', path: '/repairs/orders/:order', title: () => t('order'), component: () => import('./OrderPage.vue'), ...read, under: 'repairs.orders' },
  { name: 'repairs.new', path: '/repairs/new', title: () => t('new'), component: () => import('./NewPage.vue'), ...report, under: 'repairs.orders' },
  { name: 'repairs.due', path: '/repairs/due', title: () => t('due'), component: () => import('./DuePage.vue'), ...read, menu: 2 },
  { name: 'repairs.inspect', path: '/repairs/inspect', title: () => t('inspect'), component: () => import('./InspectPage.vue'), ...work, under: 'repairs.due' },
  { name: 'repairs.inspections', path: '/repairs/inspections', title: () => t('inspections'), component: () => import('./InspectionsPage.vue'), ...read, menu: 3 },
  { name: 'repairs.equipment', path: '/repairs/equipment', title: () => t('equipment'), component: () => import('./EquipmentPage.vue'), ...read, menu: 4 },
  { name: 'repairs.label', path: '/repairs/equipment/:equipment/label', title: () => t('labels'), component: () => import('./LabelPage.vue'), ...work, under: 'repairs.equipment' },
  { name: 'repairs.labels', path: '/repairs/labels', title: () => t('labels'), component: () => import('./LabelsPage.vue'), ...work, under: 'repairs.equipment' },
  { name: 'repairs.plans', path: '/repairs/plans', title: () => t('plans'), component: () => import('./PlansPage.vue'), ...read, menu: 5 },
  { name: 'repairs.statistics', path: '/repairs/statistics', title: () => t('statistics'), component: () => import('./StatisticsPage.vue'), ...read, menu: 6 },
  { name: 'repairs.import', path: '/repairs/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...edit, under: 'repairs.orders' },
  { name: 'repairs.report', path: '/report', title: () => t('report'), component: () => import('./report/ReportPage.vue'), access: 'open', isAnonymous: true },
]
