// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The built application in front of a server that need not carry it: what is in `folder` comes from there, with the
 * headers that the server itself sends; everything else is passed on. So the web is tested without a build of the server.
 * With E2E_EMBEDDED set, the application is the one that the server carries.
 */
export interface Front {
  origin: string
  stop: () => Promise<void>
}

export const built = fileURLToPath(new URL('../dist', import.meta.url))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml',
}
const passedOn = /^\/(api|livez|readyz|version)(\/|$)/
const ofSecurity = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy']

function passOn(origin: string, asked: IncomingMessage, answer: ServerResponse): void {
  const onward = request(new URL(asked.url ?? '/', origin), { method: asked.method, headers: asked.headers }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers)
    got.pipe(answer)
  })
  // As a gateway does when the server behind it is gone: the connection ends without an answer.
  onward.on('error', () => asked.socket.destroy())
  asked.pipe(onward)
}

export async function startFront(origin: string, folder = built): Promise<Front> {
  if (process.env.E2E_EMBEDDED && folder === built) return { origin, stop: () => Promise.resolve() }
  const sample = await fetch(`${origin}/livez`)
  const headers = Object.fromEntries(ofSecurity.map((name) => [name, sample.headers.get(name) ?? '']).filter(([, value]) => value !== ''))
  if (!headers['content-security-policy']) throw new Error('the server sends no Content-Security-Policy')
  const names = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')) as string[]
  const isPage = (path: string) => path === '/' || names.includes(path.split('/')[1] ?? '')

  async function file(path: string): Promise<[string, Buffer] | null> {
    const name = isPage(path) ? '/index.html' : normalize(path)
    try {
      return [name, await readFile(join(folder, name))]
    } catch {
      return null
    }
  }

  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://x')
    if (passedOn.test(pathname)) {
      passOn(origin, asked, answer)
      return
    }
    void file(pathname).then((found) => {
      if (!found) answer.writeHead(404, headers).end()
      else answer.writeHead(200, { ...headers, 'content-type': types[extname(found[0])] ?? 'application/octet-stream' }).end(found[1])
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
