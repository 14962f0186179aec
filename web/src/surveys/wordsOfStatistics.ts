// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    says: '按总体评价题统计；区间重叠的两个对象，不能说谁比谁好。',
    source: '匿名答卷的总体评价；发放数',
    by_subject: '按主题比较',
    by_month: '按月变化',
    chart: '满意率和 95% 区间',
    percent: '满意率（%）',
    low: '区间下限',
    high: '区间上限',
    none: '这段时间没有答卷',
    help_main: '每份答卷只按总体评价题计一次；导入的纸质答卷同样计入。',
  },
  {
    says: 'By the overall rating. Of two whose intervals overlap nobody can say that one is better.',
    source: 'Overall ratings of anonymous answers; how many were asked',
    by_subject: 'By subject',
    by_month: 'By month',
    chart: 'Satisfied, with the 95% interval',
    percent: 'Satisfied (%)',
    low: 'Lower end',
    high: 'Upper end',
    none: 'There are no answers in this time',
    help_main: 'Each answer counts once, by its overall rating; answers on paper that were imported count as well.',
  },
)
