// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, got, tagged, type Tagged } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import type { Paper, Service, StageName } from './service'

const of = (booking: string) => ({ path: { booking } })
const once = (key: string) => ({ header: { 'Idempotency-Key': key } })

export const readService = (booking: string): Promise<Tagged<Service>> => tagged(api.GET('/api/v1/meetings/bookings/{booking}/service', { params: of(booking) }))
export const changeService = (booking: string, etag: string, body: Contract<'MeetingServiceChange'>): Promise<Tagged<Service>> =>
  tagged(api.PUT('/api/v1/meetings/bookings/{booking}/service', { params: { ...of(booking), header: { 'If-Match': etag } }, body }))
export const useService = (booking: string) => useQuery({ queryKey: ['meetings', 'service', booking], queryFn: async () => (await readService(booking)).value })

export const stagesKey = (booking: string) => ['meetings', 'stages', booking]
export const useStages = (booking: string) =>
  useQuery({ queryKey: stagesKey(booking), queryFn: () => got(api.GET('/api/v1/meetings/bookings/{booking}/service/stages', { params: of(booking) })) })
const stage = '/api/v1/meetings/bookings/{booking}/service/stages/{stage}'
export const answerItem = (key: string, booking: string, name: StageName, body: Contract<'ChecklistAnswerRequest'>) =>
  got(api.POST(`${stage}/answers`, { params: { path: { booking, stage: name }, ...once(key) }, body }))
export const signOff = (key: string, booking: string, name: StageName, version: number) =>
  got(api.POST(`${stage}/sign-off`, { params: { path: { booking, stage: name }, ...once(key) }, body: { version } }))

export const printPaper = (key: string, booking: string, paper: Paper) =>
  got(api.POST('/api/v1/meetings/bookings/{booking}/service/prints', { params: { ...of(booking), ...once(key) }, body: { paper } }))
export const paperAddress = (booking: string, paper: 'sheet' | 'checklists', format: 'docx' | 'pdf') => `/api/v1/meetings/bookings/${encodeURIComponent(booking)}/service/papers/${paper}.${format}`

export const useStaff = () => useQuery({ queryKey: ['meetings', 'service-staff'], queryFn: () => got(api.GET('/api/v1/meetings/service-staff', {})), retry: false })
export const useServiceDay = (day: () => string) =>
  useQuery({ queryKey: computed(() => ['meetings', 'service-day', day()]), queryFn: () => got(api.GET('/api/v1/meetings/service-day', { params: { query: { day: day() } } })) })

const noticesPart = (query: { acknowledged: boolean; cursor?: string; limit: number }) => got(api.GET('/api/v1/meetings/notices', { params: { query } }))
/** All that are not acknowledged, or all there are: a person has few, and they are sorted and exported as a whole. */
export const useNotices = (isAll: () => boolean) =>
  useQuery({
    queryKey: computed(() => ['meetings', 'notices', isAll()]),
    queryFn: async () => {
      const items: Contract<'MeetingNotice'>[] = []
      let open = 0
      for (let cursor: string | null | undefined; cursor !== null;) {
        const part = await noticesPart({ acknowledged: isAll(), ...(cursor && { cursor }), limit: 200 })
        items.push(...part.items)
        open = part.open
        cursor = part.next
      }
      return { items, open }
    },
  })
export const acknowledge = (key: string, notice: string) =>
  got(api.POST('/api/v1/meetings/notices/{notice}/acknowledgement', { params: { path: { notice }, ...once(key) } }))
