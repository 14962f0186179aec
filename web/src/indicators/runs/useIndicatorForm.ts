// SPDX-License-Identifier: Apache-2.0
import { api, tagged, type Tagged } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import { useEdit } from '@/shared/api/useEdit'

export const noteKinds = ['cause', 'excess', 'measure'] as const
type NoteKind = (typeof noteKinds)[number]
const entryFields = ['actual', 'band', 'published', 'remark'] as const

/** What people write about an indicator: one entry and three notes on the server, one form here. */
export type IndicatorForm = Record<(typeof entryFields)[number] | NoteKind, string>

/** A note is refused for its `/text`; in the form it is the field of its kind. */
async function namedAs<T>(kind: NoteKind, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (failure) {
    if (!(failure instanceof ApiProblem) || failure.errors.length === 0) throw failure
    const errors = failure.errors.map((error) => ({ ...error, pointer: `/${kind}` }))
    throw new ApiProblem({ status: failure.status, code: failure.code, title: failure.title, detail: failure.detail, trace_id: failure.traceId, errors })
  }
}

/**
 * Reads and saves the form. Only the parts that were changed are sent, each with the tag of its own state: two people who
 * write about the same indicator clash only where they wrote the same thing.
 */
export function useIndicatorForm(year: string, code: string) {
  const tags: Partial<Record<NoteKind | 'entry', string>> = {}
  let known: IndicatorForm | null = null

  const path = { year, code }
  const readNote = (kind: NoteKind) => tagged(api.GET('/api/v1/indicators/years/{year}/notes/{code}/{kind}', { params: { path: { ...path, kind } } }))

  async function read(): Promise<Tagged<IndicatorForm>> {
    const [entry, cause, excess, measure] = await Promise.all([
      tagged(api.GET('/api/v1/indicators/years/{year}/entries/{code}', { params: { path } })),
      readNote('cause'), readNote('excess'), readNote('measure'),
    ])
    Object.assign(tags, { entry: entry.etag, cause: cause.etag, excess: excess.etag, measure: measure.etag })
    const { actual, band, published, remark } = entry.value
    known = { actual, band, published, remark, cause: cause.value.text, excess: excess.value.text, measure: measure.value.text }
    return { value: known, etag: '' }
  }

  async function writeEntry(value: IndicatorForm): Promise<void> {
    const { actual, band, published, remark } = value
    const saved = await tagged(api.PUT('/api/v1/indicators/years/{year}/entries/{code}', {
      params: { path, header: { 'If-Match': tags.entry ?? '' } },
      body: { code, actual, band, published, remark },
    }))
    tags.entry = saved.etag
    known = { ...value, ...known, actual, band, published, remark }
  }

  async function writeNote(kind: NoteKind, text: string): Promise<void> {
    const saved = await namedAs(kind, tagged(api.PUT('/api/v1/indicators/years/{year}/notes/{code}/{kind}', {
      params: { path: { ...path, kind }, header: { 'If-Match': tags[kind] ?? '' } },
      body: { text },
    })))
    tags[kind] = saved.etag
    if (known) known = { ...known, [kind]: text }
  }

  async function write(value: IndicatorForm): Promise<Tagged<IndicatorForm>> {
    const before = known
    const isChanged = (field: keyof IndicatorForm) => value[field] !== before?.[field]
    if (entryFields.some(isChanged)) await writeEntry(value)
    for (const kind of noteKinds) if (isChanged(kind)) await writeNote(kind, value[kind])
    return { value: { ...value }, etag: '' }
  }

  return useEdit<IndicatorForm>({ read, write })
}
