// SPDX-License-Identifier: Apache-2.0
import type { Equipment } from './repairs'

/** What is on a label: the piece, and the address that its code opens. */
export interface Label {
  equipment: Pick<Equipment, 'code' | 'name' | 'room' | 'place'>
  address: string
}
export const addressOf = (secret: string) => `${globalThis.location.origin}/report#${secret}`
export const placeOf = ({ room, place }: Pick<Equipment, 'room' | 'place'>) => room ?? place ?? ''

/** As many as a sheet of A4 holds: two columns of six, each 90 by 43 mm. */
export const labelsOfSheet = 12
export const sheetsOf = <T>(labels: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(labels.length / labelsOfSheet) }, (_, sheet) => labels.slice(sheet * labelsOfSheet, (sheet + 1) * labelsOfSheet))
/** The page with the labels of some pieces. */
export const labelsPage = (codes: readonly string[]) => ({ path: '/repairs/labels', query: { equipment: [...codes] } })
