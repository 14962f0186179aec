// SPDX-License-Identifier: Apache-2.0
import type { Tagged } from '@/shared/api/client'

/** What is known by a code, recorded once and changed as it was seen: how it is typed, and its way to the server and back. */
export interface RecordKind<Stored, Typed extends { code: string }, Change> {
  empty: () => Typed
  typed: (stored: Stored) => Typed
  /** What is sent of it, without its code. */
  change: (typed: Typed) => Change
  findings: (typed: Typed) => Record<string, string | false>
  read: (code: string) => Promise<Tagged<Stored>>
  write: (code: string, etag: string, change: Change) => Promise<Tagged<Stored>>
  record: (key: string, recorded: Change & { code: string }) => Promise<unknown>
  /** For what two people changed at once. */
  labels: () => Record<keyof Typed, string>
  /** How a value is shown there; as it is when not given. */
  shown?: (field: keyof Typed, value: unknown) => string
}
