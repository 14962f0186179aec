// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  { product: '明绩', source: '本页数据来源：{source}', help: '本页说明' },
  { product: 'Mingji', source: 'Where this page’s data come from: {source}', help: 'About this page' },
)
