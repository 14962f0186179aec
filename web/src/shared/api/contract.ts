// SPDX-License-Identifier: Apache-2.0
import type { components } from '@/shared/api.gen'

/** A thing of the contract by its name there: Contract<'Job'>. */
export type Contract<Name extends keyof components['schemas']> = components['schemas'][Name]
