// SPDX-License-Identifier: Apache-2.0
import { instantText } from '@/shared/dates'
import type { RunSummary } from './queries'
import { t } from './words'

/** How a run is called where one is chosen: when it was made, what it gave, and whether it was signed. */
export function runText(run: RunSummary): string {
  const parts = [instantText(run.at), run.total === null ? t('total_none') : t('points', { points: run.total })]
  if (run.signature) parts.push(t('signed'))
  if (run.corrects !== null) parts.push(t('correction'))
  return parts.join(' · ')
}
