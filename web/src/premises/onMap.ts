// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import type { LegendItem } from './map/MapLegend.vue'
import type { Look } from './map/look'
import { placesOf } from './map/plane'
import type { MapShape } from './map/shape'
import { titleStatuses, titleText, type TitleStatus } from './premises'

export type MappedOutline = Contract<'MappedOutline'>
export type PremisesMap = Contract<'PremisesMap'>

/** The four states of a title: told by pattern and mark as well as by colour. */
export const titleLooks: Record<TitleStatus, Look> = {
  registered: { tone: 'green', pattern: 'plain', mark: 'disc' },
  approved_to_user: { tone: 'blue', pattern: 'lines', mark: 'square' },
  recorded: { tone: 'brown', pattern: 'dots', mark: 'diamond' },
  unregistered: { tone: 'red', pattern: 'cross', mark: 'triangle' },
}

/** Parcels first: buildings are drawn over the land that they stand on. */
export const outlinesOf = ({ parcels, buildings }: PremisesMap): MappedOutline[] => [...parcels, ...buildings]

export function shapeOf(outline: MappedOutline, look: string = outline.title_status): MapShape {
  const { id, kind, name, polygons } = outline
  return { id, kind, label: name, look, polygons: polygons.map((rings) => rings.map(placesOf)) }
}

/** The planes that outlines are in, the most used first: one map shows one of them. */
export function planesOf(outlines: readonly MappedOutline[]): number[] {
  const counts = new Map<number, number>()
  for (const { epsg } of outlines) counts.set(epsg, (counts.get(epsg) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([epsg]) => epsg)
}

export const titleLegend = (outlines: readonly MappedOutline[]): LegendItem[] =>
  titleStatuses.map((key) => ({ key, word: titleText(key), look: titleLooks[key], count: outlines.filter(({ title_status }) => title_status === key).length }))

export interface MapFilter {
  q?: string
  kind?: string
  title_status?: string
}
export function isWanted({ code, name, unit, kind, title_status }: MappedOutline, filter: MapFilter): boolean {
  const words = (filter.q ?? '').trim()
  const isNamed = words === '' || [code, name, unit ?? ''].some((text) => text.includes(words))
  return isNamed && (!filter.kind || filter.kind === kind) && (!filter.title_status || filter.title_status === title_status)
}
