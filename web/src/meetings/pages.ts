// SPDX-License-Identifier: Apache-2.0
import type { Page } from '@/shared/page/page'
import { t as say } from './service/words'
import { t } from './words'

const read = { access: 'signed_in', permissions: ['meetings.read'] } as const
const book = { access: 'signed_in', permissions: ['meetings.book'] } as const
const bring = { access: 'signed_in', permissions: ['meetings.import'] } as const
const approve = { access: 'signed_in', permissions: ['meetings.approve'] } as const

export const pages: Page[] = [
  { name: 'meetings.timeline', path: '/meetings/timeline', title: () => t('timeline'), component: () => import('./TimelinePage.vue'), ...read, menu: 1 },
  { name: 'meetings.new', path: '/meetings/new', title: () => t('new'), component: () => import('./NewPage.vue'), ...book, under: 'meetings.timeline' },
  { name: 'meetings.approvals', path: '/meetings/approvals', title: () => t('approvals'), component: () => import('./ApprovalsPage.vue'), ...approve, menu: 2 },
  { name: 'meetings.bookings', path: '/meetings/bookings', title: () => t('list'), component: () => import('./BookingsPage.vue'), ...read, menu: 3 },
  { name: 'meetings.booking', path: '/meetings/bookings/:booking', title: () => t('booking'), component: () => import('./BookingPage.vue'), ...read, under: 'meetings.bookings' },
  { name: 'meetings.service', path: '/meetings/bookings/:booking/service', title: () => say('service'), component: () => import('./service/ServicePage.vue'), ...read, under: 'meetings.bookings' },
  { name: 'meetings.checks', path: '/meetings/bookings/:booking/checks', title: () => say('checks'), component: () => import('./service/ChecksPage.vue'), ...read, isOffline: true, under: 'meetings.service-day' },
  { name: 'meetings.cards', path: '/meetings/bookings/:booking/cards', title: () => say('cards'), component: () => import('./service/CardsPage.vue'), ...read, under: 'meetings.bookings' },
  { name: 'meetings.service-day', path: '/meetings/service-day', title: () => say('day'), component: () => import('./service/DayPage.vue'), ...read, menu: 4 },
  { name: 'meetings.notices', path: '/meetings/notices', title: () => say('notices'), component: () => import('./service/NoticesPage.vue'), ...read, menu: 5 },
  { name: 'meetings.rooms', path: '/meetings/rooms', title: () => t('rooms'), component: () => import('./RoomsPage.vue'), ...read, menu: 6 },
  { name: 'meetings.statistics', path: '/meetings/statistics', title: () => t('statistics'), component: () => import('./StatisticsPage.vue'), ...read, menu: 7 },
  { name: 'meetings.import', path: '/meetings/import', title: () => t('import'), component: () => import('./ImportPage.vue'), ...bring, under: 'meetings.bookings' },
]
