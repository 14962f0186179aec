// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    asked: '每类调查对象的发放数（份）',
    asked_hint: '工作簿里有“调查”表的不用填；不知道就空着，不算回收率。',
    help_sheets: '工作表：答卷、调查；也可以只上传答卷的 CSV。同一年、同一调查对象和主题的答卷合成一份已结束的问卷。',
    help_again: '按问卷编号对比：再次导入只改有变化的，不会重复。',
    help_actions: '今年的答卷里评价为不满意的，各列一项整改事项；往年的不列。',
  },
  {
    asked: 'How many of each audience were asked',
    asked_hint: 'Not needed where the workbook has the sheet of surveys; left empty, there is no response rate.',
    help_sheets: 'The template has a sheet of answers and one of surveys; a CSV file of answers will do. Answers of one year, audience and subject are one survey, which is closed.',
    help_again: 'Compared by the number on the paper: importing again changes what differs and doubles nothing.',
    help_actions: 'Each rating of this year that is not satisfied becomes a thing to be mended; those of earlier years do not.',
  },
)
