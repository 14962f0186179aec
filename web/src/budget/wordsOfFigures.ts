// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    live: '实时统计，没有固化',
    until: '{year} 年，截至 {day}',
    whole_year: '{year} 年',
    paid_formula: '支付金额 − 退款 − 红冲，按支付日期',
    adjusted_formula: '年初批复 + 追加 − 追减 ± 调剂 + 上年结转',
    initial_formula: '年初批复文件的金额',
    changes_formula: '追加 − 追减 ± 调剂 + 上年结转',
    committed_formula: '合同金额 − 合同项下已支付',
  },
  {
    live: 'Counted just now, not frozen',
    until: '{year}, up to {day}',
    whole_year: '{year}',
    paid_formula: 'payments less refunds and reversals, by day of payment',
    adjusted_formula: 'first approval + supplements − reductions ± transfers + carry-over',
    initial_formula: 'amounts of the first approval',
    changes_formula: 'supplements − reductions ± transfers + carry-over',
    committed_formula: 'contracts less what was paid under them',
  },
)
