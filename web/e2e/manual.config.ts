// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The manual's pictures: not a test of the pages, which the other files do, but it fails like one where a page is not as told.
export default defineConfig({
  test: { root: fileURLToPath(new URL('.', import.meta.url)), include: ['manual.pictures.ts'], globalSetup: './exampleYear.ts', testTimeout: 120_000, hookTimeout: 120_000 },
})
