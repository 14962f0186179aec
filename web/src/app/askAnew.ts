// SPDX-License-Identifier: Apache-2.0
import type { QueryClient } from '@tanstack/vue-query'
import { watch } from 'vue'
import { language } from '@/shared/catalogue'

/**
 * The server's sentences are in the language that was asked for: in another one they are asked for anew, also those on
 * their way for the first time (invalidating alone waits for them, and shows them).
 */
export function askAnewInAnotherLanguage(queries: QueryClient): void {
  watch(language, async () => {
    await queries.cancelQueries()
    await queries.invalidateQueries()
  })
}
