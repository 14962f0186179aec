// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['**/*.test.ts'],
    globalSetup: './exampleYear.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The machine may have two cores, and a browser waits for its server as often as the other way round.
    maxWorkers: 2,
  },
})
