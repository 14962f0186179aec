// SPDX-License-Identifier: Apache-2.0
import { gridOf, goTo, toClipboard, type Rows } from '@/shared/grid/grid'
import type { GridColumn } from '@/shared/grid/EditableGrid.vue'
import { indicatorParts, measureParts, valueOfPart, emptyMeasure, measureOrNone, type Goal, type Measure, type Part, type Setting, type Support } from './targets'
import { t } from './words'

// The three sheets as rows of texts, with the columns of the workbook (绩效指标.xlsx) in its order: what is copied there
// fits here.

const cell = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value))
const measureCells = (measure: Measure | null | undefined) => measureParts.map((part) => cell(measure?.[part]))
const measureOf = (cells: readonly string[]): Measure | null => measureOrNone({ ...emptyMeasure, ...Object.fromEntries(measureParts.map((part, index) => [part, cells[index] ?? ''])) })
const text = (cells: readonly string[], index: number) => (cells[index] ?? '').trim()

export const goalRow = (goal: Goal): string[] => [goal.number, goal.text, cell(goal.share)]
export const goalOf = (cells: readonly string[]): Goal => ({ number: text(cells, 0), text: text(cells, 1), share: text(cells, 2) || null })

export const settingRow = (setting: Setting): string[] => [setting.code, ...indicatorParts.slice(1).map((part) => valueOfPart(setting, part as Part)), ...measureCells(setting.measure), cell(setting.definition)]
export function settingOf(cells: readonly string[]): Setting {
  const [code = '', goal, level1 = '', level2, name = '', sign, target = '', unit, weight] = indicatorParts.map((_, index) => text(cells, index))
  return { code, goal, level1, level2, name, sign, target, unit, weight: weight || null, measure: measureOf(cells.slice(9, 15).map((one) => one.trim())), definition: text(cells, 15) }
}

export const supportRow = (support: Support): string[] => [support.code, support.name, ...measureCells(support.measure), cell(support.definition), cell(support.unit), cell(support.decimals)]
export function supportOf(cells: readonly string[]): Support {
  const decimals = text(cells, 10)
  return { code: text(cells, 0), name: text(cells, 1), measure: measureOf(cells.slice(2, 8).map((one) => one.trim())), definition: text(cells, 8), unit: text(cells, 9), decimals: /^\d$/.test(decimals) ? Number(decimals) : null }
}

const column = (key: string, title: string, width: number, kind?: GridColumn['kind']): GridColumn => ({ key, title, width, kind })
const measureColumns = () => measureParts.map((part) => column(part, t(`part_${part}`), part === 'filter' ? 200 : 120))

export const goalColumns = (): GridColumn[] => [column('number', t('goal_number'), 80), { key: 'text', title: t('goal_text') }, column('share', t('goal_share'), 100, 'number')]
export const settingColumns = (): GridColumn[] => [
  column('code', t('part_code'), 90), column('goal', t('part_goal'), 80), column('level1', t('part_level1'), 100), column('level2', t('part_level2'), 100),
  column('name', t('part_name'), 220), column('sign', t('part_sign'), 80), column('target', t('part_target'), 130), column('unit', t('part_unit'), 80), column('weight', t('part_weight'), 70, 'number'),
  ...measureColumns(), column('definition', t('part_definition'), 220),
]
export const supportColumns = (): GridColumn[] => [
  column('code', t('support_code'), 70), column('name', t('support_name'), 220), ...measureColumns(),
  column('definition', t('part_definition'), 220), column('unit', t('part_unit'), 80), column('decimals', t('support_decimals'), 70, 'number'),
]

/** The list as a block that WPS and Excel take from the clipboard, titles first. */
export function asSheet(settings: readonly Setting[]): string {
  const rows: Rows = [settingColumns().map(({ title }) => title), ...settings.map(settingRow)]
  const all = gridOf(rows)
  return toClipboard(goTo(all, { row: rows.length - 1, column: (rows[0]?.length ?? 1) - 1 }, true))
}
