// SPDX-License-Identifier: Apache-2.0
import type { Column } from '@/shared/table/columns'

/** Sample rows: they are nobody's data, and always the same. */
export interface SampleRow {
  voucher: string
  day: string
  line: string
  payee: string
  contract: string
  amount: string
  refund: string
  count: number
  month: string
  subject: string
  note: string
}

const lines = ['物业管理费', '会议服务费', '食堂运行费', '设备维修费', '公务用车费']

export function sampleRows(count: number): SampleRow[] {
  return Array.from({ length: count }, (_, index) => {
    const fen = (index * 7919) % 9_999_999
    return {
      voucher: `示例-${String(index + 1).padStart(6, '0')}`,
      day: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
      line: lines[index % lines.length] ?? '',
      payee: `示例供应商${(index % 97) + 1}`,
      contract: index % 3 === 0 ? `HT-${index % 50}` : '',
      amount: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`,
      refund: index % 10 === 0 ? '-12.50' : '0.00',
      count: (index * 13) % 1000,
      month: `2026-${String((index % 12) + 1).padStart(2, '0')}`,
      subject: '30209',
      note: index % 4 === 0 ? '示例说明，用来看较长的文字在表格里怎么显示' : '',
    }
  })
}

export const sampleColumns: Column<SampleRow>[] = [
  { key: 'voucher', title: '凭证号', width: 130, fixed: true, sortable: true },
  { key: 'day', title: '支付日期', kind: 'day', width: 110, sortable: true },
  { key: 'line', title: '预算项目', width: 120, sortable: true },
  { key: 'payee', title: '收款方', width: 140 },
  { key: 'contract', title: '合同编号', width: 100 },
  { key: 'amount', title: '金额', kind: 'money', width: 130, sortable: true, sum: true },
  { key: 'refund', title: '退款', kind: 'money', width: 120, sum: true },
  { key: 'count', title: '笔数', kind: 'number', width: 80, sortable: true },
  { key: 'month', title: '服务月份', width: 100 },
  { key: 'subject', title: '经济科目', width: 100, hidden: true },
  { key: 'note', title: '说明' },
]
