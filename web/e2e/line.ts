// SPDX-License-Identifier: Apache-2.0
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Front } from './front'

/** The line between a browser and the application: it can be cut, and what comes over it changed, as an upgrade changes it. */
export interface Line extends Front {
  isCut: boolean
  /** What becomes of the page and of the list of its files. */
  upgrade: ((path: string, text: string) => string) | null
}

export async function startLine(front: Front): Promise<Line> {
  const server = createServer((asked, answer) => {
    if (line.isCut) return void asked.socket.destroy()
    const path = new URL(asked.url ?? '/', front.origin).pathname
    const isText = line.upgrade !== null && (asked.headers['sec-fetch-dest'] === 'document' || path === '/kept-pages.json' || path.endsWith('/checks'))
    // What is to be changed comes whole and as it is: not packed, and not "as before".
    const headers = isText ? { ...asked.headers, 'accept-encoding': 'identity', 'if-none-match': '' } : asked.headers
    const onward = request(new URL(asked.url ?? '/', front.origin), { method: asked.method, headers }, (got) => {
      if (!isText) {
        answer.writeHead(got.statusCode ?? 502, got.headers)
        return void got.pipe(answer)
      }
      const parts: Buffer[] = []
      got.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        const text = Buffer.from(line.upgrade?.(path, Buffer.concat(parts).toString()) ?? '')
        answer.writeHead(got.statusCode ?? 502, { ...got.headers, 'content-length': text.length, etag: '"upgraded"' }).end(text)
      })
    })
    onward.on('error', () => asked.socket.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const line: Line = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    isCut: false,
    upgrade: null,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await front.stop()
    },
  }
  return line
}
