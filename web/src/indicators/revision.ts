// SPDX-License-Identifier: Apache-2.0
import type { components } from '@/shared/api.gen'
import { ApiProblem } from '@/shared/api/problem'
import { parts, valueOfPart, wireName, type Indicator, type Part, type Targets } from './targets'

type Change = components['schemas']['RevisionLine']
export type NewRevision = components['schemas']['NewRevision']

export interface Line extends Required<Change> {
  key: string
  document: string
  date: string
  name: string
}

/** Every line of every document of the year, oldest first. */
export function linesOf({ revisions, first, indicators }: Pick<Targets, 'revisions' | 'first' | 'indicators'>): Line[] {
  const names = new Map([...first, ...indicators].map(({ code, name }) => [code, name]))
  return revisions.flatMap(({ document, date, changes }) =>
    changes.map((change, index) => ({
      part: '', before: '', after: '', reason: '', ...change, document, date,
      name: names.get(change.code) ?? '', key: `${document}\t${index}`,
    })))
}

/** What a person wants to change about one indicator. */
export interface Wanted {
  kind: Change['kind']
  code: string
  /** Of a change: one part. */
  part: Part
  after: string
  /** Of an added indicator: all of its parts. */
  values: Partial<Record<Part, string>>
  reason: string
}

export const nothingWanted = (): Wanted => ({ kind: 'change', code: '', part: 'target', after: '', values: {}, reason: '' })

const settingOf = (wanted: Wanted, inForce: readonly Indicator[]) => inForce.find(({ code }) => code === wanted.code)
/** What the part says now; the document repeats it, so that nobody changes what they did not see. */
export const beforeOf = (wanted: Wanted, inForce: readonly Indicator[]): string => {
  const setting = settingOf(wanted, inForce)
  return setting && wanted.kind === 'change' ? valueOfPart(setting, wanted.part) : ''
}

/** The lines of the document, each with the number of the wish that it came from. */
export function changesOf(wishes: readonly Wanted[], inForce: readonly Indicator[]): { from: number; change: Change }[] {
  return wishes.flatMap((wanted, from): { from: number; change: Change }[] => {
    const { kind, code, reason } = wanted
    if (kind === 'remove') return [{ from, change: { kind, code, reason } }]
    if (kind === 'change') return [{ from, change: { kind, code, part: wireName(wanted.part), before: beforeOf(wanted, inForce), after: wanted.after.trim(), reason } }]
    const given = parts.flatMap((part) => (wanted.values[part]?.trim() ? [{ part, after: wanted.values[part].trim() }] : []))
    return given.map(({ part, after }) => ({ from, change: { kind, code, part: wireName(part), before: '', after, reason } }))
  })
}

/** A refusal about lines of the document as one about what the person filled in: /changes/4/after → /wishes/1. */
export function aboutWishes({ status, code, title, detail, traceId, errors }: ApiProblem, changes: readonly { from: number }[]): ApiProblem {
  const moved = errors.map((error) => {
    const match = /^\/changes\/(\d+)/.exec(error.pointer)
    const from = match ? changes[Number(match[1])]?.from : undefined
    return from === undefined ? error : { ...error, pointer: `/wishes/${from}` }
  })
  return new ApiProblem({ status, code, title, detail, trace_id: traceId, errors: moved })
}
