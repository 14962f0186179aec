// SPDX-License-Identifier: Apache-2.0
// Builds once more with a manifest and weighs what a browser has to load: `npm run size`. Fails beyond the limits, and on what
// the oldest browsers cannot do (floor.mjs).
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { tooNew } from './floor.mjs'

const limits = { firstScreen: 350, chunk: 150 }
const folder = mkdtempSync(join(tmpdir(), 'mingji-size-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true, manifest: true } })

const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
const weights = new Map()
function weigh(file) {
  if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1000)
  return weights.get(file)
}

/** Every file that has to be there before a chunk runs. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const other of chunk.imports ?? []) closure(other, seen)
  return seen
}
const total = (files) => [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + weigh(file), 0)

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const pages = Object.keys(manifest).filter((key) => key.endsWith('Page.vue'))
const screens = pages.map((page) => [page, total(new Set([...closure(entry), ...closure(page)]))]).sort((a, b) => b[1] - a[1])
const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js')).map((name) => [name, weigh(`assets/${name}`)]).sort((a, b) => b[1] - a[1])
const styles = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.css')).reduce((sum, name) => sum + weigh(`assets/${name}`), 0)

const row = ([name, kilobytes]) => `${kilobytes.toFixed(1).padStart(8)}  ${name}`
console.log(`kB of 1,000 bytes, gzip -9\n\nfirst screen: scripts before a page shows (at most ${limits.firstScreen})\n${screens.map(row).join('\n')}`)
console.log(`\nchunks (at most ${limits.chunk})\n${scripts.slice(0, 8).map(row).join('\n')}\n\nall styles\n${row(['', styles])}`)

const heavy = [
  ...screens.filter(([, kilobytes]) => kilobytes > limits.firstScreen).map(([page, kilobytes]) => `${page}: ${kilobytes.toFixed(1)} kB before it shows`),
  ...scripts.filter(([, kilobytes]) => kilobytes > limits.chunk).map(([name, kilobytes]) => `${name}: ${kilobytes.toFixed(1)} kB`),
]
const young = readdirSync(join(folder, 'assets')).flatMap((name) => tooNew(name, readFileSync(join(folder, 'assets', name), 'utf8')))
for (const problem of [...heavy, ...young]) console.error(`FAILED ${problem}`)
process.exitCode = heavy.length + young.length > 0 ? 1 : 0
