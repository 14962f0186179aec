// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { api, connection, got } from '@/shared/api/client'
import { fakeServer, mounted, problem } from '@/shared/testing'
import { askCorrection, askedCorrection } from './correction'
import CorrectionDialog from './CorrectionDialog.vue'

afterEach(() => {
  connection.askCorrection = null
  askedCorrection.value = null
})

const closed = { status: 409, body: problem(409, 'closing.period.closed') }
const act = () => got(api.POST('/api/v1/budget/years', { params: { header: { 'Idempotency-Key': 'k' } }, body: { year: 2024 } }))

describe('what is refused because its month is closed', () => {
  it('goes again with the reason that the person gives', async () => {
    const answers = [closed, { status: 201, body: { year: 2024 } }]
    const sent = fakeServer({ 'POST /api/v1/budget/years': () => answers.shift() ?? closed })
    connection.askCorrection = () => Promise.resolve({ reason: '漏记', document: null })
    await act()
    expect(sent).toHaveLength(2)
    expect(await sent[1]?.json()).toEqual({ year: 2024, correction: { reason: '漏记', document: null } })
    expect(sent[1]?.headers.get('idempotency-key')).toBe('k')
  })

  it('is refused when they leave it, or may not correct anything', async () => {
    const sent = fakeServer({ 'POST /api/v1/budget/years': closed })
    await expect(act()).rejects.toMatchObject({ code: 'closing.period.closed' })
    connection.askCorrection = () => Promise.resolve(null)
    await expect(act()).rejects.toMatchObject({ code: 'closing.period.closed' })
    expect(sent).toHaveLength(2)
  })

  it('asks for a reason', async () => {
    const answer = askCorrection('2024-01 已经结账')
    await mounted(CorrectionDialog, { props: { says: '2024-01 已经结账' } })
    const form = () => document.querySelector('form') as HTMLFormElement
    form().dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(askedCorrection.value).not.toBeNull()
    const [reason] = document.querySelectorAll('input')
    reason!.value = ' 漏记 '
    reason!.dispatchEvent(new Event('input'))
    await flushPromises()
    form().dispatchEvent(new Event('submit'))
    expect(await answer).toEqual({ reason: '漏记', document: null })
  })
})
