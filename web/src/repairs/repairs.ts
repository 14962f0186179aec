// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { t } from './words'

export type Order = Contract<'RepairOrder'>
export type OrderFile = Contract<'RepairOrderFile'>
export type State = Contract<'RepairState'>
export type Source = Contract<'RepairSource'>
export type Scope = Contract<'RepairScope'>
export type ClockState = Contract<'RepairClockState'>
export type PauseReason = Contract<'RepairPauseReason'>
export type Photo = Contract<'RepairPhoto'>
export type Equipment = Contract<'Equipment'>
export type Plan = Contract<'InspectionPlan'>
export type Due = Contract<'DueInspection'>
export type Inspection = Contract<'Inspection'>
export type ItemResult = Contract<'InspectionResult'>
export type Act = OrderFile['acts'][number]

export const states: readonly State[] = ['submitted', 'open', 'paused', 'repaired', 'accepted', 'rejected', 'cancelled']
export const stateKinds: Record<State, StatusKind> = { submitted: 'attention', open: 'waiting', paused: 'neutral', repaired: 'waiting', accepted: 'good', rejected: 'bad', cancelled: 'neutral' }
export const scopes: readonly Scope[] = ['counted', 'unrepaired']
export const clockStates: readonly ClockState[] = ['running', 'paused', 'stopped', 'met', 'late', 'none']
export const clockKinds: Record<ClockState, StatusKind> = { running: 'waiting', paused: 'neutral', stopped: 'good', met: 'good', late: 'bad', none: 'neutral' }
export const sources: readonly Source[] = ['person', 'inspection', 'qr', 'import']
export const pauseReasons: readonly PauseReason[] = ['waiting_for_parts', 'meeting_in_progress', 'room_in_use', 'asked_by_reporter']
export const results: readonly ItemResult[] = ['passed', 'failed', 'not_applicable']
export const mostPhotos = 6
/** Of a report without signing in. */
export const mostLabelPhotos = 3
export const mostPhotoBytes = 5 * 1024 * 1024

/** 5 小时 20 分; begun minutes count. */
export function durationText(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return t('hours_minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
/** What is left of the time at a moment, or by how much it is over: the server's reading and what passed since. */
export function clockText({ clock }: Pick<Order, 'clock'>, now: number): string {
  if (clock.state === 'late') return t('late_by', { time: durationText(clock.used_seconds - clock.limit_seconds) })
  if (clock.due_at === null) return t(`clock_${clock.state}`)
  const left = Math.floor((Date.parse(clock.due_at) - now) / 1000)
  return left < 0 ? t('late_by', { time: durationText(-left) }) : t('remaining', { time: durationText(left) })
}
/** Late as soon as its time is over, without asking the server again. */
export const clockStateAt = ({ clock }: Pick<Order, 'clock'>, now: number): ClockState => (clock.due_at !== null && Date.parse(clock.due_at) < now ? 'late' : clock.state)
/** 2026-03-02 09:00 */
export const timeText = (instant: string | null) => (instant === null ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
export const whereText = ({ equipment_name, room, place }: Pick<Order, 'equipment_name' | 'room' | 'place'>) => [equipment_name, room ?? place].filter(Boolean).join(' · ')
export const orderPage = (number: string) => `/repairs/orders/${encodeURIComponent(number)}`
export const photoAddress = (photo: string) => `/api/v1/repairs/photos/${encodeURIComponent(photo)}`
/** The list behind a number. */
export const listPage = (query: Record<string, string>) => ({ path: '/repairs/orders', query })
