// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got } from '@/shared/api/client'
import type { BuildingRow, EstateKind, ParcelRow, TitleStatus } from './premises'

interface Filter {
  unit?: string
  title_status?: TitleStatus
  q?: string
}
export type EstateRow = ParcelRow | BuildingRow

const most = 200
const partOf = (kind: EstateKind, filter: Filter, cursor?: string) => {
  const params = { query: { ...filter, cursor, limit: most } }
  return kind === 'building' ? got(api.GET('/api/v1/premises/buildings', { params })) : got(api.GET('/api/v1/premises/parcels', { params }))
}

/** A register as a whole: it has hundreds of rows at most, and sorts and prints without asking again. */
export function useRegister(kind: EstateKind, filter: () => Filter) {
  return useQuery({
    queryKey: computed(() => ['premises', kind, filter()]),
    queryFn: async () => {
      const first = await partOf(kind, filter())
      const items: EstateRow[] = [...first.items]
      for (let next = first.next; next !== null;) {
        const part = await partOf(kind, filter(), next)
        items.push(...part.items)
        next = part.next
      }
      return { items, total: first.total, areas: first.areas }
    },
  })
}

export const useMap = () => useQuery({ queryKey: ['premises', 'map'], queryFn: () => got(api.GET('/api/v1/premises/map')) })

export const useBuilding = (building: string) =>
  useQuery({ queryKey: ['premises', 'building', building], queryFn: () => got(api.GET('/api/v1/premises/buildings/{building}', { params: { path: { building } } })) })

export const useParcel = (parcel: string) =>
  useQuery({ queryKey: ['premises', 'parcel', parcel], queryFn: () => got(api.GET('/api/v1/premises/parcels/{parcel}', { params: { path: { parcel } } })) })

export const useCampaigns = () => useQuery({ queryKey: ['premises', 'campaigns'], queryFn: () => got(api.GET('/api/v1/premises/campaigns')) })

export function useCampaign(campaign: () => string) {
  return useQuery({
    queryKey: computed(() => ['premises', 'campaigns', campaign()]),
    queryFn: () => got(api.GET('/api/v1/premises/campaigns/{campaign}', { params: { path: { campaign: campaign() } } })),
    enabled: computed(() => campaign() !== ''),
  })
}

/** Rooms of a building in which somebody has more than the standard of the rank. */
export const useOverRooms = (building: string) =>
  useQuery({
    queryKey: ['allocations', 'persons', 'over', building],
    queryFn: async () => {
      const { items } = await got(api.GET('/api/v1/allocations/persons', { params: { query: { over: true } } }))
      const rooms = items.filter(({ is_over }) => is_over).flatMap((person) => person.rooms)
      return new Set(rooms.filter((room) => room.building === building).map(({ room }) => room))
    },
  })
