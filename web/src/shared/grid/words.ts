// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    row: '行号',
    help: '方向键移动；直接输入或按 F2 编辑，Esc 放弃，Enter 下一行，Tab 下一格；Ctrl+C、Ctrl+V 与 Excel/WPS 互相粘贴，Ctrl+D 向下填充，Ctrl+Z 撤销，Ctrl+Y 重做，Delete 清空。',
    wrong: '{count} 个单元格需要修改',
    wrong_next: '下一处',
    sum: '选中 {count} 格',
    pasted_beyond: '粘贴的内容超出表格：{rows} 行、{columns} 列没有粘贴。',
    pasted: '已粘贴 {rows} 行 × {columns} 列',
    read_only: '这一格不能修改',
    cell: '第 {row} 行，{column}：{value}',
    empty: '空',
    editing: '正在编辑第 {row} 行，{column}',
  },
  {
    row: 'row',
    help: 'Arrow keys move; type or press F2 to edit, Esc gives up, Enter goes down, Tab goes right; Ctrl+C and Ctrl+V exchange with Excel and WPS, Ctrl+D fills down, Ctrl+Z undoes, Ctrl+Y does again, Delete empties.',
    wrong: '{count} cells to correct',
    wrong_next: 'Next',
    sum: '{count} cells selected',
    pasted_beyond: 'More was pasted than there is room for: {rows} rows and {columns} columns were left out.',
    pasted: 'Pasted {rows} rows × {columns} columns',
    read_only: 'This cell cannot be changed',
    cell: 'row {row}, {column}: {value}',
    empty: 'empty',
    editing: 'editing row {row}, {column}',
  },
)
