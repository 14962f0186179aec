// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { StatusKind } from '@/shared/feedback/StatusTag.vue'
import type { RunSummary } from './queries'
import { t } from './words'

export type Comparison = Contract<'RunComparison'>
export type ComparedRow = Comparison['rows'][number]
type Side = NonNullable<ComparedRow['before']>

/** The two ticked runs as the address of their comparison: the older one is before. Null unless there are two. */
export function pairOf(runs: readonly RunSummary[], ticked: readonly string[]): { before: string; after: string } | null {
  const [after, before, third] = runs.filter(({ run }) => ticked.includes(run))
  return after && before && !third ? { before: before.run, after: after.run } : null
}

/** Rows that moved: something about them, or only what the figure rests on. */
export const hasMoved = (row: ComparedRow) => row.change !== 'same' || row.records_differ

export const kinds: Record<ComparedRow['change'], StatusKind> = { same: 'neutral', changed: 'attention', added: 'good', removed: 'bad' }

/** “目标、得分” of the parts that the server names; what it has no word for here stands as it is. */
export function partsText(row: ComparedRow): string {
  const known = ['target', 'actual', 'weight', 'score', 'band', 'note', 'version'] as const
  const words = row.parts.map((part) => {
    const found = known.find((name) => name === part)
    return found ? t(`part_${found}`) : part
  })
  if (row.records_differ) words.push(t('part_records'))
  return words.join(t('and'))
}

/** One part before and after: once where it is the same, `a → b` where it moved. */
export function movedText(row: ComparedRow, part: keyof Side): string {
  const [before, after] = [row.before?.[part] ?? '—', row.after?.[part] ?? '—']
  return before === after ? String(before) : `${before} → ${after}`
}

/** +1.25, -0.50, 0.00: the server subtracts, here it only gets its sign. */
export const signed = (difference: string | null) => (difference === null ? '—' : difference.startsWith('-') || Number(difference) === 0 ? difference : `+${difference}`)

/** 97.20 → 98.28（+1.08） */
export const pointsText = ({ before, after, difference }: Comparison['total']) => `${before ?? '—'} → ${after ?? '—'}（${signed(difference)}）`
