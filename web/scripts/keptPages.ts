// SPDX-License-Identifier: Apache-2.0
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } }

/** What index.html itself asks for. */
const always = ['opening.css', 'icon.svg']

/** A chunk, what it shows, and all that has to be there before it runs. */
function take(name: string, bundle: Bundle, files: Set<string>): void {
  const chunk = bundle[name] as Chunk | undefined
  if (chunk?.type !== 'chunk' || files.has(name)) return
  const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
  for (const file of [name, ...importedCss, ...importedAssets]) files.add(file)
  for (const other of chunk.imports) take(other, bundle, files)
}

function filesOf(sources: readonly string[], bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk')
  const files = new Set(always)
  for (const { fileName } of chunks.filter(({ isEntry }) => isEntry)) take(fileName, bundle, files)
  for (const source of sources) {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.split('?')[0]?.endsWith(`/${source}`))
    if (!found) throw new Error(`kept-pages: ${source} has no file of its own`)
    for (const name of [found.fileName, ...found.dynamicImports]) take(name, bundle, files)
  }
  return [...files].map((file) => `/${file}`).sort()
}

/**
 * /kept-pages.json: the files that a page needs to open without the network, by the page's name; public/page-worker.js keeps them.
 * Those are the application's own, those of `sources`, all that these import, and what they fetch later.
 */
export function keptPages(pages: Record<string, readonly string[]>): Plugin {
  return {
    name: 'kept-pages',
    generateBundle(_, bundle) {
      const named = Object.fromEntries(Object.entries(pages).map(([name, sources]) => [name, filesOf(sources, bundle)]))
      this.emitFile({ type: 'asset', fileName: 'kept-pages.json', source: JSON.stringify(named) })
    },
  }
}
