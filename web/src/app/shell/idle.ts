// SPDX-License-Identifier: Apache-2.0

// A session ends after half an hour without a request; the warning comes two minutes ahead.
const idleMs = 30 * 60_000
const warningMs = 2 * 60_000

export function idleState(lastContact: number, now: number): 'used' | 'soon' | 'over' {
  const idle = now - lastContact
  if (idle >= idleMs) return 'over'
  return idle >= idleMs - warningMs ? 'soon' : 'used'
}
