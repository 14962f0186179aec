// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  { choice: '年度和日期', year: '年度', year_name: '{year}年', on: '截至日期', today: '到今天' },
  { choice: 'Year and day', year: 'Year', year_name: '{year}', on: 'Up to', today: 'Up to today' },
)
