// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    open: '{text}，打开来源记录',
    title: '数字来源',
    value: '数值',
    period: '期间',
    formula: '统计口径',
    digest: '摘要（SM3）',
    intact: '记录与生成时一致',
    changed: '记录在生成后有变化',
    records: '来源记录',
    no_records: '没有来源记录',
    no_records_says: '这个数字由统计口径直接给出，期间内没有符合条件的记录。',
  },
  {
    open: '{text}, open the records behind it',
    title: 'Where this figure comes from',
    value: 'Value',
    period: 'Period',
    formula: 'Measure',
    digest: 'Digest (SM3)',
    intact: 'The records are as they were',
    changed: 'The records changed since',
    records: 'Records',
    no_records: 'No records',
    no_records_says: 'The measure gave this figure; no record of the period is in it.',
  },
)
