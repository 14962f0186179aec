// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    says: '时限 {hours} 小时（{source}）。时限内：验收合格并且在时限内修复；超时：超过时限的，不论修没修好。不受理和已撤销的不计。', source: '数字由报修单算出，每个数点开就是清单。', all: '全部', reported: '报修', accepted: '验收合格', within: '时限内修复', late: '超时', open: '未修复', share: '时限内修复率', share_text: '{share}%（{within}/{judged}）', nothing_judged: '还没有办结的报修单', longest: '最长用时', mean: '平均用时', by_month: '按月', by_kind: '按设备类别', by_source: '按来源', count: '件数', list_of: '{name} {count} 件，打开清单', none: '没有报修单', over_months: '各月报修', without_kind: '没有登记的设备',
  },
  {
    says: 'The limit is {hours} hours ({source}). In time: accepted, and repaired within the limit; late: over it, repaired or not. Rejected and cancelled orders do not count.', source: 'The numbers come from the repair orders; each opens its list.', all: 'All', reported: 'Reported', accepted: 'Accepted', within: 'In time', late: 'Late', open: 'Not repaired', share: 'Share in time', share_text: '{share} % ({within}/{judged})', nothing_judged: 'No order is over yet', longest: 'Longest', mean: 'Mean', by_month: 'By month', by_kind: 'By kind of equipment', by_source: 'By source', count: 'Orders', list_of: '{name} {count} orders, open the list', none: 'No repair orders', over_months: 'Reports by month', without_kind: 'Equipment that is not recorded',
  },
)
