// SPDX-License-Identifier: Apache-2.0
import type { components } from '@/shared/api.gen'

// Routes that the shell needs and the contract does not have yet. As soon as docs/api/openapi.yaml has a path, the type
// generated from it takes the place of the one here (client.ts), and the entry is to be deleted.

type Session = components['schemas']['Session']

interface Parameters {
  query?: never
  header?: never
  path?: never
  cookie?: never
}
interface Answer<Status extends number, Body> {
  responses: Record<Status, { headers: Record<string, unknown>; content: { 'application/json': Body } }>
}
interface Asks<Body> {
  requestBody: { content: { 'application/json': Body } }
}
interface With<Part> { parameters: Omit<Parameters, keyof Part> & Part }
interface Keyed { header: { 'Idempotency-Key': string } }
interface Matched { header: { 'If-Match': string } }
interface Named { path: { name: string } }

/** What a person typed and has not sent, or how they like a page: any JSON object, null when there is none. */
export interface Kept {
  content: Record<string, unknown> | null
  saved_at: string | null
}
interface KeptPath {
  get: With<Named> & Answer<200, Kept>
  put: With<Named & Matched> & Asks<{ content: Record<string, unknown> }> & Answer<200, Kept>
  delete: With<Named & Matched> & Answer<200, Kept>
}

export interface Administrator {
  account: string
  name: string
  password: string
}
export interface SetUp {
  code: string
  org_name: string
  region: string
  region_name: string
  sysadmin: Administrator
  secadmin: Administrator
  auditor: Administrator
}

export interface Job {
  job: string
  kind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  /** Of 1,000; null while it is not known. */
  progress_ppt: number | null
  says: string
  files: { name: string; title: string; size: number }[]
}

export interface Upload {
  upload: string
  name: string
  size: number
}

export interface PendingPaths {
  '/api/v1/identity/sessions': {
    post: { parameters: Parameters } & Asks<{ account: string; password: string; totp?: string }> & Answer<201, Session>
  }
  '/api/v1/identity/setup': {
    get: { parameters: Parameters } & Answer<200, { open: boolean }>
    post: With<Keyed> & Asks<SetUp> & Answer<201, { org: string }>
  }
  '/api/v1/identity/drafts/{name}': KeptPath
  '/api/v1/identity/preferences/{name}': KeptPath
  '/api/v1/jobs/{job}': { get: With<{ path: { job: string } }> & Answer<200, Job> }
  '/api/v1/jobs/{job}/cancellation': { post: With<{ path: { job: string } } & Keyed> & Answer<200, Job> }
}
