// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    product: '明绩',
    source: '本页数据来源：{source}',
    help: '本页说明',
    copy: '复制',
    copied: '已复制',
    copy_by_hand: '浏览器不允许复制，请选中后按 Ctrl+C',
  },
  {
    product: 'Mingji',
    source: 'Where this page’s data come from: {source}',
    help: 'About this page',
    copy: 'Copy',
    copied: 'Copied',
    copy_by_hand: 'The browser does not allow it; mark the text and press Ctrl+C',
  },
)
