// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    buildings_says: '本单位管理的房屋，按编码一栋一条；点编码看一楼一档。',
    parcels_says: '本单位管理的土地，按编码一宗一条；点编码看宗地档案。',
    source_building: '房屋台账',
    source_parcel: '土地台账',
    help_areas: '同一处房屋的面积按来源分开记：证载、测绘、图纸、使用面积，不互相替代。',
    help_export: '导出的工作簿可以改好再导入：按编码对比，只改变化的单元格，不会重复登记。',
    help_papers: '“缺少的材料”按材料清单统计，标明“不需要”的不算。',
    hint: '编码、名称或坐落',
    excel_filtered: 'Excel（当前筛选，可再导入）',
    excel_all: 'Excel（全部工作表，可再导入）',
    none: '还没有登记',
    none_says: '下载导入模板，填好以后导入；也可以用命令 mingji premises import。',
    no_match: '没有符合条件的记录',
    on_map: '在地图上看',
  },
  {
    buildings_says: 'The buildings in care of this unit, one line each; its code opens the building file.',
    parcels_says: 'The land in care of this unit, one line for each parcel; its code opens the parcel file.',
    source_building: 'register of buildings',
    source_parcel: 'register of land',
    help_areas: 'Areas are kept by their source: certificate, survey, drawing, usable area; none stands in for another.',
    help_export: 'What is exported can be changed and imported again: it is compared by code, only what differs is changed, nothing is doubled.',
    help_papers: 'Missing papers are counted by the checklist; what is marked as not needed does not count.',
    hint: 'code, name or address',
    excel_filtered: 'Excel (as filtered, can be imported again)',
    excel_all: 'Excel (all sheets, can be imported again)',
    none: 'Nothing is recorded yet',
    none_says: 'Take the workbook, fill it in and import it; the command mingji premises import does the same.',
    no_match: 'Nothing fits',
    on_map: 'Show on the map',
  },
)
