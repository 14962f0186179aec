// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    help_sheets: '工作表：设备、报修单；没有的工作表就不动它。',
    help_order: '报修单写报修时间、修复时间、维修单位、处理情况和验收结果；用时按这两个时间算。',
    help_again: '设备按设备编码、报修单按报修编号对比：再次导入只改有变化的，不会重复；在系统里处理过的报修单不能再用导入更正。',
  },
  {
    help_sheets: 'The template has a sheet of equipment and one of repair orders; a sheet that is not there changes nothing.',
    help_order: 'An order says when the fault was reported and when it was repaired, by whom, what was done and how it was accepted; the time taken is between the two.',
    help_again: 'Equipment is compared by its code, orders by their number: importing again changes what differs and doubles nothing. An order that somebody worked on here is no longer corrected by an import.',
  },
)
