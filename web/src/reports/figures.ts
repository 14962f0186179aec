// SPDX-License-Identifier: Apache-2.0
import { periodText } from '@/shared/dates'
import { factOfRun } from '@/shared/figure/factOfRun'
import type { FigureSource } from '@/shared/figure/figure'
import { factPath } from './document'
import type { ReportFact } from './queries'
import { t } from './words'

interface ScoreRow {
  id: string
  cells: string[]
}

/** A score rests on rows of the score table, which the preview has itself. */
function sourceOfScore(key: string, fact: ReportFact): FigureSource<ScoreRow> {
  const items = (fact.rows ?? []).map((cells, index) => ({ id: String(index), cells }))
  return {
    id: ['report', key, fact.digest, fact.value],
    fact: () => Promise.resolve({
      title: fact.title,
      value: fact.value ?? t('no_value'),
      period: periodText(fact.period),
      formula: [fact.formula, fact.definition].filter(Boolean).join('；'),
      digest: fact.digest,
    }),
    records: () => Promise.resolve({ items, next: null }),
    columns: (fact.columns ?? []).map((title, index) => ({ key: String(index), title, value: (row) => row.cells[index] ?? '' })),
    rowKey: (row) => row.id,
  }
}

/** How a figure of the report is opened. */
export function sourceOfFigure(key: string, fact: ReportFact): FigureSource<object> {
  const path = fact.fact === null ? null : factPath(fact.fact)
  return (path ? factOfRun(path.run, path.code).source : sourceOfScore(key, fact)) as FigureSource<object>
}
