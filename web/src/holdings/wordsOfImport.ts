// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    help_rows: '工作表：分台账。每行是一个单位的一间房：使用单位、所属房屋、房间号、房间用途、房间使用面积。',
    help_whole: '文件里有的单位整本更新：原来有而文件里没有的房间，从该单位的分台账里去掉；文件里没有的单位不变。总台账不变。',
    help_again: '同一文件再次导入，什么都不变。',
  },
  {
    help_rows: 'The sheet of the template has a row for each room of a unit: the unit, the building, the number of the room, its use and its usable area.',
    help_whole: 'A file says the whole ledger of each unit in it: a room that it no longer names leaves that unit’s ledger, and a unit that it does not name stays as it is. The register never changes.',
    help_again: 'Importing the same file again changes nothing.',
  },
)
