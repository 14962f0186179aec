// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    problems: '需要改正 {count} 处',
    problems_says: '没有导入任何记录。请按位置改正后重新上传；也可以下载“待改正”文件，只改其中标出的行再上传。',
    problems_more: '另有 {count} 处没有列出；改正这些以后再检查一次。',
    place: '位置（工作表和单元格）',
    column: '列',
    message: '问题',
    rows_to_correct: '待改正 {count} 行，文件见上方',
  },
  {
    problems: '{count} to correct',
    problems_says: 'Nothing was imported. Correct the file at these places and upload it again, or take the file of rows to correct, mend the marked ones and upload that.',
    problems_more: '{count} more are not listed; check again once these are corrected.',
    place: 'Place (sheet!cell)',
    column: 'Column',
    message: 'What is wrong',
    rows_to_correct: '{count} rows to correct; the file is above',
  },
)
