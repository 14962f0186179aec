// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import { shown } from '@/shared/money'
import { t } from './words'

export type BuildingFile = Contract<'BuildingFile'>
export type BuildingRow = Contract<'BuildingRow'>
export type Parcel = Contract<'Parcel'>
export type ParcelRow = Contract<'ParcelRow'>
export type TitleStatus = Contract<'TitleStatus'>
export type AreaSource = Contract<'AreaSource'>
export type PaperKind = Contract<'PaperKind'>
export type RoomUse = Contract<'RoomUse'>
export type EstateKind = Contract<'MappedOutline'>['kind']
type SourceArea = Contract<'SourceArea'>

export const titleStatuses: readonly TitleStatus[] = ['registered', 'approved_to_user', 'recorded', 'unregistered']
export const areaSources: readonly AreaSource[] = ['certificate', 'survey', 'drawing', 'usable']
export const roomUses: readonly RoomUse[] = ['office', 'service', 'equipment', 'ancillary', 'technical']
export const paperKinds: readonly PaperKind[] = ['land_source', 'planning', 'completion', 'survey_report', 'tax', 'title_certificate', 'transfer', 'other']
export const titleKinds: Record<TitleStatus, StatusKind> = { registered: 'good', approved_to_user: 'good', recorded: 'attention', unregistered: 'bad' }

export const titleText = (status: TitleStatus) => t(`title_${status}`)
export const paperText = (kind: PaperKind) => t(`paper_${kind}`)

// Areas have two decimals as amounts have, and the same exact arithmetic: 12,345.67, or in 万平方米 rounded once.
/** 12,345.67 */
export const areaText = (area: string) => shown(area, 'yuan')
/** 105,800.00 平方米 as 10.58 万平方米. */
export const largeAreaText = (area: string) => t('ten_thousand', { area: shown(area, 'wan') })
export const squareMetres = (area: string) => t('square_metres', { area: areaText(area) })

export const areaFrom = (areas: readonly SourceArea[], source: AreaSource) => areas.find((one) => one.source === source)?.area_m2 ?? null
/** 证载面积 1.20 万平方米、测绘面积 1.21 万平方米: of the sources that say anything. */
export const areasText = (areas: readonly SourceArea[]) => areas.map(({ source, area_m2 }) => t('area_of', { source: t(`area_${source}`), area: largeAreaText(area_m2) })).join(t('list'))

export const filePage = (kind: EstateKind, code: string) => `/premises/${kind}s/${encodeURIComponent(code)}`
export const changePage = (kind: EstateKind, code: string) => `${filePage(kind, code)}/change`
export const roomsPage = (building: string) => `${filePage('building', building)}/rooms`
export const newPage = (kind: EstateKind) => `/premises/new/${kind}`
export const templateAddress = '/api/v1/premises/template'

/** The register, or a sheet of it with what the page is narrowed to, as a workbook. */
export function exportAddress(sheet: 'parcels' | 'buildings' | 'areas' | 'rooms' | 'registration' | null, filters: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams({ ...(sheet && { sheet }), ...filters }).toString()
  return `/api/v1/premises/export${asked === '' ? '' : `?${asked}`}`
}

/**
 * 不动产单元号 in the groups that it is made of: 6 of the county, 3 and 3 of the cadastral districts, 7 of the parcel, 9 of what
 * stands on it. Anything that has not 28 letters and digits stays as it is written.
 */
export function unitNumberText(number: string): string {
  const parts = /^(\w{6})(\w{3})(\w{3})(\w{7})(\w{9})$/.exec(number.replace(/\s/g, ''))
  return parts ? parts.slice(1).join(' ') : number
}
