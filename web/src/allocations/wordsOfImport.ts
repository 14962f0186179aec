// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    export: '导出工作簿',
    help_units: '单位编制：每行是一个单位的一个职级；文件里有的单位按文件更新，没有的单位不变。',
    help_persons: '人员用房：每行是一个人员用的一间房，与逐个安排用房的规则相同（一人一处；第二处要有审批文号）；写人员编号，不写姓名。导入还要“登记和修改办公用房”权限。',
    help_again: '再次导入不会重复。已登记的用房不能用导入改写：先登记腾退，再按新的日期填写；已腾退的不会重新安排。',
  },
  {
    export: 'Take a workbook away',
    help_units: 'The first sheet of the template has a row for each rank of a unit; a unit in the file is said anew, others stay.',
    help_persons: 'The second sheet has a row for each room that a person has, by the rules of giving a single room: one room for each, a second one with its approval. Persons are numbers, not names. Whoever imports it may also change premises.',
    help_again: 'Importing again doubles nothing. A recorded use is not rewritten: record that the room was given back, then write a new row with a new day; what was given back is not given again.',
  },
)
