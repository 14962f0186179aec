// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A mingji of its own on a throw-away data folder. */
export interface Server {
  origin: string
  /** The one-time code of an administrator, made before the server took the data folder; nobody has used it yet. */
  code: (account: Administrator) => string
  /** What the people of the office sign in with. */
  password: string
  /** Ends the process as kill -9 does, and starts it again on the same port. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

const program = process.env.MINGJI

async function freePort(): Promise<number> {
  // Test files run beside each other, each with ports of its own.
  const first = Number(process.env.E2E_PORTS ?? 18100) + 100 * Number(process.env.VITEST_POOL_ID ?? 0)
  for (let port = first; port < first + 90; ++port) {
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
  throw new Error(`no free port from ${first} on`)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

async function ready(process_: ChildProcess, url: string): Promise<void> {
  for (let round = 0; round < 200; ++round) {
    if (process_.exitCode !== null) throw new Error(`mingji ended with ${process_.exitCode}`)
    if (await answers(url)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('mingji did not get ready within ten seconds')
}

export const people = {
  jixiao: { name: '绩效科', role: 'performance' },
  fuhe: { name: '绩效科复核岗', role: 'performance' },
  ld: { name: '单位领导', role: 'leader' },
  keshi: { name: '科室经办岗', role: 'section' },
}
export type Account = keyof typeof people
export const administrators = {
  xitong: { name: '系统管理员甲', role: 'sysadmin' },
  anquan: { name: '安全管理员乙', role: 'secadmin' },
  shenji: { name: '审计管理员丙', role: 'auditor' },
}
export type Administrator = keyof typeof administrators
const password = 'Kx7-mild.harbour'

/** As a person does with a code for the first time: signs in and sets a password. */
async function setPassword(origin: string, code: string): Promise<void> {
  const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${origin}/api/v1/identity/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin, ...headers } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const entered = await send('code-sessions', { code })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { csrf_token } = (await entered.json()) as { csrf_token: string }
  await send('password', { password }, { cookie, 'x-csrf-token': csrf_token })
}

const example = fileURLToPath(new URL('../../examples/dongxihu-2024', import.meta.url))

/** The example year, from its workbooks to the first evaluation: the steps of docs/manual/first-use.md. */
function loadExample(run: (...words: string[]) => string): void {
  const year = ['--year', '2024']
  const file = (name: string) => join(example, name)
  run('ledgers', 'declare', file('台账定义.xlsx'))
  run('import', 'budget', file('预算.xlsx'), ...year)
  run('import', 'payments', file('支付.xlsx'), ...year)
  const registers = readdirSync(example).filter((name) => name.endsWith('台账.xlsx') || name === '满意度调查.csv')
  for (const name of registers.sort()) run('import', 'ledger', parse(name).name, file(name))
  run('meetings', 'import', file('会务.xlsx'))
  run('premises', 'import', file('办公用房.xlsx'))
  run('premises', 'survey', file('宗地界址点.xlsx'), '--kind', 'parcel')
  run('premises', 'survey', file('房屋轮廓.xlsx'), '--kind', 'building')
  run('allocations', 'import', file('单位编制.xlsx'))
  run('import', 'targets', file('绩效指标.xlsx'), ...year)
  run('reports', 'text', 'next_year', ...year, '--file', file('下一步工作.txt'))
  run('reports', 'text', 'benefit', ...year, '--file', file('效益分析.txt'))
  run('evaluate', ...year)
}

/** With `example`, the data folder has the year 2024 of examples/dongxihu-2024; otherwise it is empty. */
export async function startServer(content: 'empty' | 'example' = 'empty'): Promise<Server> {
  if (!program) throw new Error('MINGJI is not set: the path of the program to test')
  const data = mkdtempSync(join(tmpdir(), 'mingji-e2e-'))
  const run = (...words: string[]) => execFileSync(program, [...words, '--data', data], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  run('init', '--name', '甲中心', '--region', '420112', '--region-name', '某区')
  if (content === 'example') loadExample(run)
  const codes = new Map<string, string>()
  for (const [account, { name, role }] of Object.entries({ ...people, ...administrators })) {
    run('people', 'add', account, '--name', name, '--role', role, ...(account in administrators ? ['--scope', 'all'] : []))
    codes.set(account, run('people', 'code', account))
  }
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  let child: ChildProcess

  async function start(): Promise<void> {
    child = spawn(program as string, ['serve', '--listen', `127.0.0.1:${port}`, '--data', data], { stdio: 'ignore' })
    await ready(child, `${origin}/livez`)
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  await start()
  for (const account of Object.keys(people)) await setPassword(origin, codes.get(account) ?? '')
  return {
    origin,
    code: (account) => codes.get(account) ?? '',
    password,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
}
