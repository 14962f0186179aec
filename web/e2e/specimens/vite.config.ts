// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vitest/config'
import application from '../../vite.config.ts'

// The same build as the application's, with another main: every shared component on a few pages, for the browser tests.
const { plugins, ...common } = application
export default mergeConfig(common, {
  plugins: plugins?.slice(0, 1),
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: fileURLToPath(new URL('./public', import.meta.url)),
  build: { outDir: fileURLToPath(new URL('./dist', import.meta.url)), emptyOutDir: true },
})
