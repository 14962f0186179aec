// SPDX-License-Identifier: Apache-2.0
import createClient from 'openapi-fetch'
import type { components, paths } from '@/shared/api.gen'
import { language } from '@/shared/catalogue'
import { problemOf, unreachable, type ApiProblem } from './problem'

export type NewCorrection = NonNullable<components['schemas']['NewCorrection']>
export const closedCode = 'closing.period.closed'

/** What the client has to know of the session; session.ts fills it in. */
export const connection = {
  csrfToken: '',
  /** Lets the person sign in again in place; false when they do not want to. */
  signInAgain: null as (() => Promise<boolean>) | null,
  /** Asks why something closed changes, when somebody who may correct it tried to; null when they leave it. */
  askCorrection: null as ((says: string) => Promise<NewCorrection | null>) | null,
  /** Called with every answer of the server that a session was good for. */
  onContact: null as (() => void) | null,
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD'

function dressed(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', language.value)
  // The token belongs to a session: what goes without one must not tell whose browser it is.
  const isAnonymous = request.credentials === 'omit'
  if (!isSafe(request.method) && !isAnonymous && connection.csrfToken !== '') headers.set('X-CSRF-Token', connection.csrfToken)
  return new Request(request, { headers })
}

async function reach(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(dressed(request))
  } catch (failure) {
    if (request.signal.aborted) throw failure
    throw unreachable()
  }
}

/** The same request with a correction, when its month is closed and the person gives one. */
async function corrected(request: Request, problem: ApiProblem): Promise<Request | null> {
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false
  if (problem.code !== closedCode || !isJson || !connection.askCorrection) return null
  const correction = await connection.askCorrection(problem.detail)
  if (!correction) return null
  const body = (await request.json()) as object
  return new Request(request.url, { method: request.method, headers: request.headers, body: JSON.stringify({ ...body, correction }) })
}

/**
 * Sends a request as every page sends it: language, CSRF token, refusals as ApiProblem. When the session ended meanwhile,
 * the person signs in again where they are and the same request is sent once more; nothing typed is lost. When its month is closed, it goes again with a correction.
 */
export async function send(request: Request): Promise<Response> {
  const again = request.clone()
  let response = await reach(request)
  if (response.status === 401 && connection.signInAgain) {
    const problem = await problemOf(response)
    if (problem.code !== 'identity.session.none' || !(await connection.signInAgain())) throw problem
    response = await reach(again.clone())
  }
  if (response.status === 409) {
    const problem = await problemOf(response)
    const next = await corrected(again, problem)
    if (!next) throw problem
    response = await reach(next)
  }
  if (!response.ok && response.status !== 304) throw await problemOf(response)
  connection.onContact?.()
  return response
}

// The client adds the CSRF token itself; nobody else has to name it.
type Header<H> = Exclude<keyof H, 'X-CSRF-Token'> extends never ? { header?: never } : { header: Omit<H, 'X-CSRF-Token'> }
type Sent<O> = O extends { parameters: { header: infer H } }
  ? Omit<O, 'parameters'> & { parameters: Omit<O['parameters'], 'header'> & Header<H> }
  : O
type SentPaths = { [P in keyof paths]: { [M in keyof paths[P]]: Sent<paths[P][M]> } }

/** The server's interface with the types of the contract. Every refusal is thrown as an ApiProblem. */
export const api = createClient<SentPaths>({ baseUrl: globalThis.location.origin, fetch: send })

interface Answer<T> {
  data?: T
  response: Response
}

/** The body of an answer: `const me = await got(api.GET('/api/v1/identity/me'))`. */
export async function got<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data } = await answer
  // A refusal was thrown; an answer without a body (204) has nothing to read.
  return data as T
}

/** A state of the server with the tag that a change of it must name. */
export interface Tagged<T> {
  value: T
  etag: string
}

/** As got(), for what will be changed: the tag goes into `If-Match`. */
export async function tagged<T>(answer: Promise<Answer<T>>): Promise<Tagged<T>> {
  const { data, response } = await answer
  return { value: data as T, etag: response.headers.get('etag') ?? '' }
}
