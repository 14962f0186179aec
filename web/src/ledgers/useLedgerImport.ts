// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/vue-query'
import { computed, ref, shallowRef } from 'vue'
import { api, got } from '@/shared/api/client'
import { confirm } from '@/shared/feedback/confirm'
import type { Job } from '@/shared/feedback/job'
import { useImport } from '@/shared/importing/useImport'
import { grouped } from '@/shared/money'
import type { ImportResult } from './ledgers'
import { headersOf, meaningsOf, newHeaders, type UnknownHeader } from './mapping'
import { t as say } from './wordsOfImport'

/** The import of one file into a register: headers that nobody knows are asked about once, then the difference is shown. */
export function useLedgerImport(ledger: () => string) {
  const client = useQueryClient()
  /** Every header that was asked about, and what it was said to mean. */
  const headers = shallowRef<UnknownHeader[]>([])
  const chosen = ref<Record<string, string>>({})
  const isAsking = ref(false)
  const removesMissing = ref(false)

  const flow = useImport<ImportResult>((key, upload, dryRun, correction) =>
    got(api.POST('/api/v1/ledgers/{ledger}/imports', {
      params: { path: { ledger: ledger() }, header: { 'Idempotency-Key': key } },
      body: { upload, dry_run: dryRun, remove_missing: !dryRun && removesMissing.value, mapping: meaningsOf(headers.value, chosen.value), ...(correction && { correction }) },
    })))

  const place = computed<'file' | 'map' | 'check' | 'done'>(() => {
    if (flow.step.value === 'done') return 'done'
    if (flow.step.value === 'file' || !flow.outcome.value) return 'file'
    return isAsking.value ? 'map' : 'check'
  })

  function take(file: { upload: string; name: string }): Promise<void> {
    headers.value = []
    chosen.value = {}
    isAsking.value = removesMissing.value = false
    return flow.take(file)
  }

  function checkAgain(): Promise<void> {
    isAsking.value = false
    return flow.check()
  }

  async function store(): Promise<void> {
    const counts = flow.outcome.value?.counts
    if (!counts) return
    if (removesMissing.value) {
      const says = say('remove_says', { ledger: ledger(), count: grouped(counts.missing), added: grouped(counts.added), changed: grouped(counts.changed + counts.restored) })
      if (!(await confirm({ title: say('remove_title'), says, action: say('remove_title'), isDangerous: true }))) return
    }
    await flow.store()
  }

  async function ended(job: Job): Promise<void> {
    flow.ended(job)
    const found = flow.step.value === 'checked' && flow.outcome.value ? newHeaders(headersOf(flow.outcome.value.unknown_headers), headers.value) : []
    if (found.length > 0) {
      headers.value = [...headers.value, ...found]
      isAsking.value = true
    }
    if (flow.step.value === 'done') await client.invalidateQueries({ queryKey: ['ledgers'] })
  }

  return { flow, place, headers, chosen, removesMissing, take, checkAgain, backToHeaders: () => (isAsking.value = true), store, ended }
}
