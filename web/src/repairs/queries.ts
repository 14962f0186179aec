// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { paths } from '@/shared/api.gen'
import { api, got, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { whole } from '@/shared/api/whole'
import type { Equipment, Inspection, Order, OrderFile, Plan } from './repairs'

type OrderQuery = NonNullable<paths['/api/v1/repairs/orders']['get']['parameters']['query']>
type InspectionQuery = NonNullable<paths['/api/v1/repairs/inspections']['get']['parameters']['query']>
export type OrderFilter = Omit<OrderQuery, 'cursor' | 'limit'>
export type InspectionFilter = Omit<InspectionQuery, 'cursor' | 'limit'>
export const useOrders = (filter: () => OrderFilter) =>
  useQuery({ queryKey: computed(() => ['repairs', 'orders', filter()]), queryFn: () => whole<Order>((cursor) => got(api.GET('/api/v1/repairs/orders', { params: { query: { ...filter(), cursor, limit: 200 } } }))) })
export const useInspections = (filter: () => InspectionFilter) =>
  useQuery({ queryKey: computed(() => ['repairs', 'inspections', filter()]), queryFn: () => whole<Inspection>((cursor) => got(api.GET('/api/v1/repairs/inspections', { params: { query: { ...filter(), cursor, limit: 200 } } }))) })
export const useOrder = (order: () => string) =>
  useQuery({ queryKey: computed(() => ['repairs', 'order', order()]), queryFn: () => got(api.GET('/api/v1/repairs/orders/{order}', { params: { path: { order: order() } } })) })
export const useEquipment = () => useQuery({ queryKey: ['repairs', 'equipment'], queryFn: () => got(api.GET('/api/v1/repairs/equipment', {})) })
export const useRooms = () => useQuery({ queryKey: ['meetings', 'rooms'], queryFn: () => got(api.GET('/api/v1/meetings/rooms', {})) })
export const usePlans = () => useQuery({ queryKey: ['repairs', 'plans'], queryFn: () => got(api.GET('/api/v1/repairs/plans', {})) })
export const useDue = () => useQuery({ queryKey: ['repairs', 'due'], queryFn: () => got(api.GET('/api/v1/repairs/due', {})) })
export const useStatistics = (query: () => { from?: string; until?: string }) =>
  useQuery({ queryKey: computed(() => ['repairs', 'statistics', query()]), queryFn: () => got(api.GET('/api/v1/repairs/statistics', { params: { query: query() } })) })
export const useLabel = (equipment: () => string) =>
  useQuery({ queryKey: computed(() => ['repairs', 'label', equipment()]), queryFn: () => got(api.GET('/api/v1/repairs/equipment/{equipment}/report-code', { params: { path: { equipment: equipment() } } })) })
export const useLabels = () => useQuery({ queryKey: ['repairs', 'labels'], queryFn: () => got(api.GET('/api/v1/repairs/report-codes', {})) })

const once = (key: string) => ({ header: { 'Idempotency-Key': key } })
export const reportFault = (key: string, body: Contract<'NewRepairOrder'>) => got(api.POST('/api/v1/repairs/orders', { params: once(key), body }))
export const recordInspection = (key: string, body: Contract<'NewInspection'>) => got(api.POST('/api/v1/repairs/inspections', { params: once(key), body }))
export const recordEquipment = (key: string, body: Contract<'NewEquipment'>) => got(api.POST('/api/v1/repairs/equipment', { params: once(key), body }))
export const recordPlan = (key: string, body: Contract<'NewInspectionPlan'>) => got(api.POST('/api/v1/repairs/plans', { params: once(key), body }))
export const renewLabel = (key: string, equipment: string) => got(api.POST('/api/v1/repairs/equipment/{equipment}/report-code', { params: { path: { equipment }, ...once(key) } }))

/** An order as it was seen: every act names its version, and is refused when there is another meanwhile. */
export type Seen = Pick<Order, 'number' | 'version'>
const at = (key: string, { number }: Seen) => ({ path: { order: number }, ...once(key) })
export const review = (key: string, seen: Seen, is_accepted: boolean, reason: string | null): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/review', { params: at(key, seen), body: { version: seen.version, is_accepted, reason } }))
export const pause = (key: string, seen: Seen, reason: Contract<'RepairPauseReason'>, note: string | null): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/pause', { params: at(key, seen), body: { version: seen.version, reason, note } }))
export const resume = (key: string, seen: Seen): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/resume', { params: at(key, seen), body: { version: seen.version } }))
export const finish = (key: string, seen: Seen, work: string, repaired_by: string): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/repair', { params: at(key, seen), body: { version: seen.version, work, repaired_by } }))
export const accept = (key: string, seen: Seen, is_accepted: boolean, reason: string | null): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/acceptance', { params: at(key, seen), body: { version: seen.version, is_accepted, reason } }))
export const cancel = (key: string, seen: Seen, reason: string): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/cancel', { params: at(key, seen), body: { version: seen.version, reason } }))
export const addPhotos = (key: string, seen: Seen, photos: string[]): Promise<OrderFile> => got(api.POST('/api/v1/repairs/orders/{order}/photos', { params: at(key, seen), body: { version: seen.version, photos } }))

export const readEquipment = (equipment: string): Promise<Tagged<Equipment>> => tagged(api.GET('/api/v1/repairs/equipment/{equipment}', { params: { path: { equipment } } }))
export const changeEquipment = (equipment: string, etag: string, body: Contract<'EquipmentChange'>): Promise<Tagged<Equipment>> => tagged(api.PUT('/api/v1/repairs/equipment/{equipment}', { params: { path: { equipment }, header: { 'If-Match': etag } }, body }))
export const readPlan = (plan: string): Promise<Tagged<Plan>> => tagged(api.GET('/api/v1/repairs/plans/{plan}', { params: { path: { plan } } }))
export const changePlan = (plan: string, etag: string, body: Contract<'InspectionPlanChange'>): Promise<Tagged<Plan>> => tagged(api.PUT('/api/v1/repairs/plans/{plan}', { params: { path: { plan }, header: { 'If-Match': etag } }, body }))

// Whoever reads a label has no session, and whoever has one does not tell which.
const anonymous = { credentials: 'omit' } as const
export const askLabel = (code: string) => got(api.POST('/api/v1/repairs/public/equipment', { body: { code }, ...anonymous }))
export const reportByLabel = (body: Contract<'NewPublicReport'>) => got(api.POST('/api/v1/repairs/public/reports', { body, ...anonymous }))
/** The file is the whole body; the contract calls its bytes a text. */
export const photoByLabel = (code: string, report: string, file: File) =>
  got(api.POST('/api/v1/repairs/public/photos', { params: { header: { 'X-Report-Code': code, 'X-Report-Id': report } }, body: file as unknown as string, bodySerializer: (bytes) => bytes, headers: { 'Content-Type': 'application/octet-stream' }, ...anonymous }))
