// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { keptPages } from './scripts/keptPages'

// The oldest browsers the application is for: offices still have Chromium 92 under a Chinese name.
export const browsers = ['chrome92', 'firefox115']

const pages = fileURLToPath(new URL('./src/app/pages.json', import.meta.url))

/** The server reads from /pages.json which addresses are pages; the router checks itself against the same file. */
function listOfPages(): Plugin {
  return {
    name: 'list-of-pages',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: readFileSync(pages) })
    },
  }
}

// Libraries in files of their own stay in the browser's cache when only a page changes. A library that others need comes
// before them: a group takes what its modules depend on with it.
const libraries = [
  { name: 'vue', test: /node_modules\/(@vue|vue|vue-router|pinia|@tanstack|openapi-fetch)\//, priority: 3 },
  { name: 'zrender', test: /node_modules\/zrender\//, priority: 2 },
  { name: 'echarts', test: /node_modules\/echarts\//, priority: 1 },
]

// Pages that open without the network (src/shared/kept/offlinePage.ts) and what they are made of.
const offline = {
  'holdings.count': ['src/holdings/count/CountPage.vue'],
  'meetings.checks': ['src/meetings/service/ChecksPage.vue', 'src/shared/feedback/ConfirmDialog.vue'],
}

export default defineConfig({
  plugins: [vue(), listOfPages(), keptPages(offline)],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: browsers,
    cssTarget: browsers,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: libraries } },
    },
  },
  server: {
    host: '127.0.0.1',
    // The server takes changes only from its own pages: it has to see the address that the browser sees.
    proxy: { '^/(api|livez|readyz|version)': { target: `http://${process.env.MINGJI_ADDRESS ?? '127.0.0.1:8080'}`, changeOrigin: false } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
    restoreMocks: true,
    // A first import of Element Plus takes seconds on a machine that has other work.
    testTimeout: 30_000,
  },
})
