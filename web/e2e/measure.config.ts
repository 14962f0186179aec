// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// How long a page takes: not a test, which would fail on a slow machine. `npm run measure`, with MINGJI as for the browser tests.
export default defineConfig({
  test: { root: fileURLToPath(new URL('.', import.meta.url)), include: ['measure.pages.ts'], testTimeout: 300_000, hookTimeout: 120_000 },
})
