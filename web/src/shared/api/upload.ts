// SPDX-License-Identifier: Apache-2.0
import { language } from '@/shared/catalogue'
import { newKey } from './action'
import { closedCode, connection, type NewCorrection } from './client'
import type { Contract } from './contract'
import { problemOf, unreachable } from './problem'
import { t } from './words'

export type Upload = Contract<'Upload'>
export type FileType = 'xlsx' | 'xls' | 'ods' | 'csv' | 'docx' | 'doc' | 'pdf' | 'png' | 'jpg' | 'zip' | 'ofd' | 'wps' | 'txt' | 'md' | 'html' | 'geojson' | 'dxf'

export const mostBytes = 50 * 1024 * 1024
const zip = [0x50, 0x4b, 0x03, 0x04]
const compound = [0xd0, 0xcf, 0x11, 0xe0]
/** How a file of each type begins; null: any text. */
const beginnings: Record<FileType, number[] | null> = {
  xlsx: zip, ods: zip, docx: zip, zip, ofd: zip,
  xls: compound, doc: compound, wps: compound,
  pdf: [0x25, 0x50, 0x44, 0x46],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  csv: null, txt: null, md: null, html: null, geojson: null, dxf: null,
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  if (bytes < 1024 * 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return `${(bytes / 1024 / 1024 / 1024).toFixed(1)} GB`
}

function typeOf(name: string, allowed: readonly FileType[]): FileType | undefined {
  const end = name.slice(name.lastIndexOf('.') + 1).toLowerCase().replace('jpeg', 'jpg')
  return allowed.find((type) => type === end)
}

function isAsNamed(type: FileType, start: Uint8Array): boolean {
  const beginning = beginnings[type]
  if (!beginning) return !start.includes(0)
  return beginning.every((byte, index) => start[index] === byte)
}

/** Why a file would be refused, told before it is sent; null when it is fine. The server decides by itself again. */
export async function objection(file: File, allowed: readonly FileType[], most = mostBytes): Promise<string | null> {
  const type = typeOf(file.name, allowed)
  if (!type) return t('file_type', { name: file.name, types: allowed.join('、') })
  if (file.size === 0) return t('file_empty', { name: file.name })
  if (file.size > most) return t('file_too_large', { name: file.name, size: sizeText(file.size), most: sizeText(most) })
  const start = new Uint8Array(await file.slice(0, 1024).arrayBuffer())
  return isAsNamed(type, start) ? null : t('file_disguised', { name: file.name, types: type })
}

interface Progress {
  onProgress: (sent: number) => void
  signal: AbortSignal
  /** Where it goes, without the file's name; to the files for jobs when not given. */
  to?: string
}

// fetch() cannot tell how much of a body was sent; XMLHttpRequest can.
function sendOnce(file: File, key: string, { onProgress, signal, to = '/api/v1/uploads' }: Progress, correction?: NewCorrection): Promise<Response> {
  const why = correction ? `&correction_reason=${encodeURIComponent(correction.reason)}&correction_document=${encodeURIComponent(correction.document ?? '')}` : ''
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${to}?name=${encodeURIComponent(file.name)}${why}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', language.value)
    request.setRequestHeader('X-CSRF-Token', connection.csrfToken)
    request.setRequestHeader('Idempotency-Key', key)
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () => {
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '', 'x-trace-id': request.getResponseHeader('x-trace-id') ?? '' }
      resolve(new Response(request.responseText, { status: request.status, headers }))
    }
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Sends a file as a stream and gives what the server says of it. Rejects with ApiProblem, or AbortError when cancelled. */
export async function upload(file: File, progress: Progress): Promise<Upload> {
  const key = newKey()
  let response = await sendOnce(file, key, progress)
  if (response.status === 401 && connection.signInAgain && (await connection.signInAgain())) response = await sendOnce(file, key, progress)
  if (response.status === 409) {
    const problem = await problemOf(response)
    const correction = problem.code === closedCode ? await connection.askCorrection?.(problem.detail) : null
    if (!correction) throw problem
    response = await sendOnce(file, key, progress, correction)
  }
  if (!response.ok) throw await problemOf(response)
  connection.onContact?.()
  return (await response.json()) as Upload
}

export const isCancelled = (failure: unknown) => failure instanceof DOMException && failure.name === 'AbortError'
