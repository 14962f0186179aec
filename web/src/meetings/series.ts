// SPDX-License-Identifier: Apache-2.0
import type { Preview } from './meetings'
import { secondsOf } from './meetings'
import { dayOf } from './time'

export type Instance = Preview['instances'][number]
/** What stands against an instance: nothing, pending ones (the approval decides), a booking, or the room's hours. */
export type Finding = 'free' | 'shared' | 'taken' | 'closed'
export function findingOf({ is_open, is_free, clashes }: Pick<Instance, 'is_open' | 'is_free' | 'clashes'>): Finding {
  if (!is_free) return 'taken'
  if (!is_open) return 'closed'
  return clashes.length > 0 ? 'shared' : 'free'
}
/** Whoever approves may have a room at any hour, over midnight too; what is taken is taken for everybody. */
export const isPossible = (instance: Pick<Instance, 'is_open' | 'is_free' | 'clashes'>, atAnyHour: boolean) => ['free', 'shared', ...(atAnyHour ? ['closed'] : [])].includes(findingOf(instance))

export interface DayLine {
  day: string
  /** null: left out. */
  instance: Instance | null
}
/** Every day of a series in order: those that are held, as the server found them, and those that were left out. */
export function dayLines(instances: readonly Instance[], leftOut: readonly string[]): DayLine[] {
  const held = instances.map((instance): DayLine => ({ day: dayOf(secondsOf(instance.from)), instance }))
  const out = leftOut.filter((day) => !held.some((line) => line.day === day)).map((day): DayLine => ({ day, instance: null }))
  return [...held, ...out].sort((a, b) => a.day.localeCompare(b.day))
}
export const impossibleDays = (instances: readonly Instance[], atAnyHour: boolean) => instances.filter((one) => !isPossible(one, atAnyHour)).map(({ from }) => dayOf(secondsOf(from)))
