// SPDX-License-Identifier: Apache-2.0
import type { StatusKind } from './StatusTag.vue'

export type Severity = 'error' | 'warning' | 'note'

/** The gravest first. */
export const severities: Severity[] = ['error', 'warning', 'note']
export const severityKinds: Record<Severity, StatusKind> = { error: 'bad', warning: 'attention', note: 'neutral' }
