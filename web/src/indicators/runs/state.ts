// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import type { Indicator, Missing, Run, RunFinding, RunRow } from './queries'
import { t } from './words'

/** One line of the list on the left: what was promised, what the run says of it, and what is still to do. */
export interface Line {
  code: string
  level1: string
  level2: string
  name: string
  target: string
  weight: string | null
  indicator: Indicator | undefined
  row: RunRow | undefined
  /** What the run found about it; the errors among them that nobody has waived. */
  findings: RunFinding[]
  errors: RunFinding[]
  missing: Missing[]
}

export interface State {
  kind: StatusKind
  word: string
  /** Somebody has to do something about it. */
  isOpen: boolean
}

/** An error that nobody has waived: it stands in the way of the signature. */
export const isOpenError = (finding: RunFinding) => finding.severity === 'error' && finding.waiver === null

/** Points are decimals of at most two places: as numbers they compare as they are. */
export const isFull = (score: string, weight: string | null) => weight !== null && Number(score) >= Number(weight)

function stateOfRow(row: RunRow): State {
  if (row.actual === null || row.actual === '') return { kind: 'bad', word: t('state_no_data'), isOpen: true }
  if (row.score === null) return { kind: 'neutral', word: t('state_not_scored'), isOpen: false }
  if (isFull(row.score, row.weight)) return { kind: 'good', word: t('state_full'), isOpen: false }
  return { kind: 'attention', word: t('state_lost'), isOpen: false }
}

export function stateOf({ row, errors, missing }: Line): State {
  if (errors.length > 0) return { kind: 'bad', word: t('state_errors', { count: errors.length }), isOpen: true }
  const state = row ? stateOfRow(row) : { kind: 'neutral' as const, word: t('state_not_run'), isOpen: false }
  if (state.kind === 'bad' || missing.length === 0) return state
  return { kind: 'attention', word: t('state_missing', { count: missing.length }), isOpen: true }
}

/** The year's indicators in their order, then those that only the run still has. */
export function linesOf(indicators: readonly Indicator[], run: Run | undefined, missing: readonly Missing[]): Line[] {
  const rows = new Map(run?.rows.map((row) => [row.code, row]))
  const rest = (run?.rows ?? []).filter(({ code }) => !indicators.some((indicator) => indicator.code === code))
  const found = (code: string) => (run?.findings ?? []).filter((finding) => finding.code === code)
  const line = (code: string, known: Indicator | RunRow, indicator: Indicator | undefined): Line => ({
    code,
    level1: known.level1,
    level2: known.level2,
    name: known.name,
    target: indicator?.printed_target ?? known.target,
    weight: known.weight,
    indicator,
    row: rows.get(code),
    findings: found(code),
    errors: found(code).filter(isOpenError),
    missing: missing.filter((thing) => thing.code === code),
  })
  return [...indicators.map((one) => line(one.code, one, one)), ...rest.map((row) => line(row.code, row, undefined))]
}

export interface Group {
  level1: string
  lines: Line[]
}

/** Neighbours of the same first level stand together. */
export function grouped(lines: readonly Line[]): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.level1 === line.level1) last.lines.push(line)
    else groups.push({ level1: line.level1, lines: [line] })
  }
  return groups
}

/** Lines whose name, code or level has the words typed, and of which something is open if only such are wanted. */
export function narrowed(lines: readonly Line[], typed: string, isOpenAlone: boolean): Line[] {
  const words = typed.trim().toLowerCase()
  return lines.filter((line) => {
    const text = `${line.code} ${line.name} ${line.level1} ${line.level2}`.toLowerCase()
    return (words === '' || text.includes(words)) && (!isOpenAlone || stateOf(line).isOpen)
  })
}
