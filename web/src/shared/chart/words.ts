// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  { chart: '看图', table: '看表', described: '{title}（图；按“看表”可逐项阅读）', drawing: '正在绘图' },
  { chart: 'Chart', table: 'Table', described: '{title} (chart; the table has every value)', drawing: 'Drawing' },
)
