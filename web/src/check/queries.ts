// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { computed, type Ref } from 'vue'
import { api, got } from '@/shared/api/client'

const path = '/api/v1/check/reports'
export const listKey = computed(() => ['check', 'reports'] as const)

export const askReports = (cursor: string | undefined) => got(api.GET(path, { params: { query: { cursor, limit: 100 } } }))

export function useReport(report: Ref<string>) {
  return useQuery({
    // A long report is thousands of objects: none of them is watched, and an answer is taken whole.
    shallow: true,
    structuralSharing: false,
    queryKey: computed(() => ['check', 'report', report.value]),
    queryFn: () => got(api.GET('/api/v1/check/reports/{report}', { params: { path: { report: report.value } } })),
  })
}

/** With a year also against the figures of our own newest evaluation of it. */
export const startCheck = (key: string, upload: string, year?: number) => got(api.POST(path, { params: { header: { 'Idempotency-Key': key } }, body: { upload, ...(year === undefined ? {} : { year }) } }))

export function useYears(enabled: boolean) {
  return useQuery({ queryKey: ['indicators', 'years'], queryFn: () => got(api.GET('/api/v1/indicators/years')), enabled })
}

export const checkRun = (key: string, run: string) =>
  got(api.POST('/api/v1/check/runs/{run}/report', { params: { path: { run }, header: { 'Idempotency-Key': key } } }))

type Act = 'waive' | 'withdraw'
/** Says why a finding may stand, or takes that back. */
export function decide(act: Act, key: string, report: string, finding: string, reason: string) {
  const request = { params: { path: { report }, header: { 'Idempotency-Key': key } }, body: { finding, reason } }
  return got(act === 'waive' ? api.POST('/api/v1/check/reports/{report}/waivers', request) : api.POST('/api/v1/check/reports/{report}/withdrawals', request))
}

export const exportOf = (report: string, format: string) => `${path}/${encodeURIComponent(report)}/export?format=${format}`
