// SPDX-License-Identifier: Apache-2.0
import type { Contract } from '@/shared/api/contract'
import { t } from './wordsOfComparison'

/** All three tables as one workbook, from the server. */
export const comparisonWorkbook = ({ before, after }: Contract<'YearComparison'>) =>
  ({ label: t('workbook'), href: `/api/v1/closing/comparison/export?before=${before.year}&after=${after.year}` })
