// SPDX-License-Identifier: Apache-2.0
import type { Contract } from './contract'
import { t } from './words'

type Body = Contract<'Problem'>
export type FieldProblem = Body['errors'][number]

/** A refusal of the server (RFC 9457), or that it could not be asked at all (`status` 0). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** A sentence for people, in the language that was asked for. */
  readonly detail: string
  readonly title: string
  readonly traceId: string
  readonly errors: readonly FieldProblem[]
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | null

  constructor(body: Partial<Body> & { status: number; code: string; detail: string }, retryAfter: number | null = null) {
    super(body.detail)
    this.name = 'ApiProblem'
    this.status = body.status
    this.code = body.code
    this.detail = body.detail
    this.title = body.title ?? ''
    this.traceId = body.trace_id ?? ''
    this.errors = body.errors ?? []
    this.retryAfter = retryAfter
  }

  /** Whether the same request may succeed a moment later. */
  get isPassing(): boolean {
    return [0, 429, 502, 503, 504].includes(this.status) || this.code === 'request.still_running'
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const traceId = response.headers.get('x-trace-id') ?? ''
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const wait = Number.isFinite(retryAfter) ? retryAfter : null
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const body = (await response.json()) as Body
    return new ApiProblem(body, wait)
  }
  // Something between us and the server answered: a gateway, a proxy.
  const detail = t('answered_by_another', { status: response.status })
  return new ApiProblem({ status: response.status, code: 'client.foreign_answer', detail, trace_id: traceId }, wait)
}

export function unreachable(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'client.unreachable', title: t('unreachable_title'), detail: t('unreachable') })
}

/** Every failure of a request as an ApiProblem; a mistake of ours stays what it is. */
export function asProblem(failure: unknown): ApiProblem {
  if (failure instanceof ApiProblem) return failure
  throw failure
}
