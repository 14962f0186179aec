// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { ApiProblem } from '@/shared/api/problem'
import { fakeServer, mounted, problem } from '@/shared/testing'
import ReportPage from './ReportPage.vue'
import ReportPhotos from './ReportPhotos.vue'
import { usePhotos } from './usePhotos'

const base = '/api/v1/repairs/public'
const picture = (name = 'a.png') => new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1)], name, { type: 'image/png' })
const photos = (send: (file: File) => Promise<unknown>) => effectScope().run(() => usePhotos(send)) as ReturnType<typeof usePhotos>
const failing = (status: number) => Promise.reject(new ApiProblem(problem(status, 'code')))

describe('photos of a report', () => {
  it('are at most three, and what is none is refused before it is sent', async () => {
    const one = photos(() => Promise.resolve())
    expect(await one.choose(new File(['<html>'], 'page.png', { type: 'image/png' }))).toBe(false)
    expect([one.says.value !== '', one.photos.value.length]).toEqual([true, 0])
    for (const name of ['a.png', 'b.png', 'c.png']) {
      expect(one.isFull.value).toBe(false)
      await one.choose(picture(name))
    }
    expect([one.isFull.value, one.says.value]).toEqual([true, ''])
    one.remove(0)
    expect([one.isFull.value, one.photos.value.map(({ file }) => file.name)]).toEqual([false, ['b.png', 'c.png']])
  })
  it('go one by one, and one that is refused says why and holds nothing up', async () => {
    const sent: string[] = []
    const one = photos(({ name }) => (name === 'b.png' ? failing(422) : Promise.resolve(sent.push(name))))
    for (const name of ['a.png', 'b.png', 'c.png']) await one.choose(picture(name))
    await one.sendAll()
    expect([sent, one.sent.value, one.left.value, one.refused.value.map(({ says }) => says)]).toEqual([['a.png', 'c.png'], 2, 0, ['code']])
    expect(one.isFull.value).toBe(false)
  })
})

it('follow their report, with its id and without who asks', async () => {
  const sent = fakeServer({ [`POST ${base}/equipment`]: { body: { name: 'n', place: 'p' } }, [`POST ${base}/reports`]: { status: 201, body: { number: 'BX1' } }, [`POST ${base}/photos`]: { status: 201, body: { photos: 1 } } })
  const page = await mounted(ReportPage, { at: '/report#the-code', path: '/report' })
  page.getComponent(ReportPhotos).vm.$emit('choose', picture())
  await flushPromises()
  await page.get('textarea').setValue('无声')
  await page.get('form').trigger('submit')
  await flushPromises()
  const [report, photo] = ['/reports', '/photos'].map((end) => sent.find(({ url }) => url.endsWith(end)))
  const { id } = (await report?.clone().json()) as { id: string }
  expect([photo?.headers.get('x-report-id'), photo?.headers.get('x-report-code'), photo?.headers.get('content-type'), photo?.credentials]).toEqual([id, 'the-code', 'application/octet-stream', 'omit'])
  expect(new Uint8Array((await photo?.arrayBuffer()) ?? new ArrayBuffer(0)).length).toBe(picture().size)
  expect(page.findAll('[data-photo=sent]')).toHaveLength(1)
})
