// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/vue-query'
import { api, got } from '@/shared/api/client'
import type { Contract } from '@/shared/api/contract'
import { instantText } from '@/shared/dates'
import { t } from './wordsOfBackups'

export type Backup = Contract<'Backup'>
export type Restoration = Contract<'Restoration'>
export type Status = Contract<'SystemStatus'>
type Key = Parameters<typeof t>[0]

const day = 24 * 3600

/** Roughly how long ago: days, hours or minutes. */
export function ageText(seconds: number): string {
  if (seconds >= day) return t('days', { count: Math.floor(seconds / day) })
  return seconds >= 3600 ? t('hours', { count: Math.floor(seconds / 3600) }) : t('minutes', { count: Math.floor(seconds / 60) })
}

/** A daily backup that is a little late is no reason to worry anybody. */
export const isOld = (status: Pick<Status, 'backup'>) => status.backup.age_seconds === null || status.backup.age_seconds > day + 3600

export function whyText(why: string): string {
  const key = `why_${why}`
  return Object.hasOwn(t.texts['zh-CN'], key) ? t(key as Key) : why
}

/** What became of the last restoration; nothing while it waits or is under way. */
export function outcomeText({ backup, state, decided_by, ended_at, restore_point, problem }: Restoration): string {
  const time = ended_at === null ? '' : instantText(ended_at)
  if (state === 'refused') return t('refused', { who: decided_by ?? '', backup })
  if (state === 'expired') return t('restore_expired', { backup, time })
  if (state === 'done') return t('restored', { backup, time, point: restore_point ?? '' })
  return state === 'failed' ? t('restore_failed', { backup, time, why: problem?.message ?? '' }) : ''
}

export const statusKey = ['system', 'status']

/**
 * The server as its administrator sees it. While a backup is restored it does not answer; asking goes on until
 * it does, and only then: a page that asks by the clock would keep whoever is away signed in.
 */
export function useStatus() {
  return useQuery({
    queryKey: statusKey,
    queryFn: () => got(api.GET('/api/v1/system/status')),
    refetchInterval: ({ state }) => (state.data?.restoration?.state === 'wanted' ? 2000 : false),
  })
}
