// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/shared/table/columns'
import type { ImportResult, LedgerColumn } from './ledgers'
import { t } from './words'
import { t as say } from './wordsOfImport'

type Named = ImportResult['added'][number]
type Changed = ImportResult['changed'][number]

/** A cell that will say something else. */
export interface ChangedCell {
  identity: string
  place: string
  column: string
  before: string
  after: string
}

export const cellsOf = (records: readonly Changed[]): ChangedCell[] =>
  records.flatMap(({ identity, place, columns }) => columns.map((cell) => ({ identity, place, ...cell })))

/** Records by identity, with every column of the register. */
export function namedColumns(columns: readonly LedgerColumn[]): Column<Named>[] {
  return [
    { key: 'identity', title: say('identity'), width: 160, fixed: true, sortable: true },
    ...columns.filter(({ identity }) => !identity).map(({ title }): Column<Named> => ({ key: `of ${title}`, title, width: 150, value: ({ cells }) => cells[title] ?? '' })),
    { key: 'place', title: say('place'), width: 220 },
  ]
}

export function changedColumns(): Column<ChangedCell>[] {
  return [
    { key: 'identity', title: say('identity'), width: 160, fixed: true, sortable: true },
    { key: 'column', title: t('column'), width: 160, sortable: true },
    { key: 'before', title: say('before') },
    { key: 'after', title: say('after') },
    { key: 'place', title: say('place'), width: 220 },
  ]
}

/** Whether an import would do anything. */
export const doesAnything = ({ counts }: ImportResult) => counts.added + counts.changed + counts.restored + counts.missing > 0
