// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    slice_desk: '工作台',
    slice_budget: '预算',
    slice_ledgers: '台账',
    slice_indicators: '绩效指标',
    slice_reports: '自评报告',
    slice_identity: '组织与权限',
    slice_system: '系统',
    not_found: '没有这个页面',
    not_found_says: '网址可能写错了，或者页面已经改名。请从左侧菜单进入。',
    not_permitted: '没有打开这个页面的权限',
    not_permitted_says: '请联系安全管理员授权，授权后立即可用，不必重新登录。',
    to_desk: '回到工作台',
    failed: '页面出错了',
    failed_says: '已填写的内容如有暂存不会丢失。请刷新页面；如果再次出现，请告诉系统管理员：{message}',
    reload: '刷新页面',
  },
  {
    slice_desk: 'Desk',
    slice_budget: 'Budget',
    slice_ledgers: 'Ledgers',
    slice_indicators: 'Indicators',
    slice_reports: 'Reports',
    slice_identity: 'Organisation and rights',
    slice_system: 'System',
    not_found: 'There is no such page',
    not_found_says: 'The address may be wrong, or the page has another name now. Use the menu on the left.',
    not_permitted: 'You may not open this page',
    not_permitted_says: 'Ask the security administrator; a grant holds at once, without signing in again.',
    to_desk: 'Back to the desk',
    failed: 'This page broke',
    failed_says: 'Drafts that were kept are not lost. Reload the page; if it happens again, tell the system administrator: {message}',
    reload: 'Reload',
  },
)
