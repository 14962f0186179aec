// SPDX-License-Identifier: Apache-2.0
import type { Compared, UnitFile, UnitRow } from './contract'
import { t as say } from './wordsOfUnits'

export type { UnitFile, UnitRow }
export const comparedUses = ['office', 'service', 'equipment', 'total'] as const
export type ComparedUse = (typeof comparedUses)[number]

const nothing = (use: ComparedUse): Compared => ({ use, approved_m2: '0.00', actual_m2: '0.00', over_m2: '0.00', is_over: false })
/** One kind of rooms of a unit, approved and used; all three together are `total`. */
export const usedOf = (unit: Pick<UnitRow, 'uses'>, use: ComparedUse): Compared => unit.uses.find((one) => one.use === use) ?? nothing(use)
export const isOverSomewhere = (unit: Pick<UnitRow, 'uses'>) => unit.uses.some(({ is_over }) => is_over)

/** How sure a parameter is: E an excerpt on a public page was seen, K to be checked against the official text. */
export const certaintyText = (mark: string) => (mark === 'E' || mark === 'K' ? say(`certainty_${mark}`) : mark)
