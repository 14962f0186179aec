// SPDX-License-Identifier: Apache-2.0
import { computed, onScopeDispose, ref } from 'vue'
import { useAction } from '@/shared/api/action'
import { objection } from '@/shared/api/upload'
import { mostLabelPhotos, mostPhotoBytes } from '@/repairs/repairs'
import { fitting } from '@/repairs/fitting'

/** A photo on this phone, and what became of it. */
export interface Taken {
  file: File
  /** For its picture on the page, until it is let go. */
  url: string
  state: 'chosen' | 'sent' | 'refused'
  /** Why it was refused. */
  says: string
}

/** Photos of one report: chosen before it is sent, and sent behind it, each by itself. */
export function usePhotos(send: (file: File) => Promise<unknown>) {
  const photos = ref<Taken[]>([])
  const says = ref('')
  const sending = useAction((_: string, file: File) => send(file))
  const isFull = computed(() => photos.value.filter(({ state }) => state !== 'refused').length >= mostLabelPhotos)
  const left = computed(() => photos.value.filter(({ state }) => state === 'chosen').length)
  const sent = computed(() => photos.value.filter(({ state }) => state === 'sent').length)
  const refused = computed(() => photos.value.filter(({ state }) => state === 'refused'))

  async function choose(chosen: File): Promise<boolean> {
    const file = await fitting(chosen, mostPhotoBytes)
    says.value = (await objection(file, ['jpg', 'png'], mostPhotoBytes)) ?? ''
    if (says.value !== '') return false
    photos.value = [...photos.value, { file, url: URL.createObjectURL(file), state: 'chosen', says: '' }]
    return true
  }
  function remove(at: number): void {
    URL.revokeObjectURL(photos.value[at]?.url ?? '')
    photos.value = photos.value.filter((_, index) => index !== at)
  }
  function clear(): void {
    for (const { url } of photos.value) URL.revokeObjectURL(url)
    photos.value = []
    says.value = ''
  }
  /** One after the other; where there is no network the rest stays for the next time. */
  async function sendAll(): Promise<void> {
    for (const photo of photos.value.filter(({ state }) => state === 'chosen')) {
      const done = await sending.run(photo.file)
      const why = sending.problem.value
      // That there were too many is told: in an hour nobody stands here any more.
      if (!done && (why === null || (why.isPassing && why.status !== 429))) return
      photo.state = done ? 'sent' : 'refused'
      photo.says = why?.detail ?? ''
    }
  }
  onScopeDispose(clear)
  return { photos, says, busy: sending.busy, isFull, left, sent, refused, choose, remove, clear, sendAll }
}
