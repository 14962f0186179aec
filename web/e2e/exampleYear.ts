// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'

const example = fileURLToPath(new URL('../../examples/dongxihu-2024', import.meta.url))

/** From its workbooks to the first evaluation: the steps of docs/manual/first-use.md. */
function loadExample(run: (...words: string[]) => void): void {
  run('init', '--name', '甲中心', '--region', '420112', '--region-name', '某区')
  const year = ['--year', '2024']
  const file = (name: string) => join(example, name)
  run('ledgers', 'declare', file('台账定义.xlsx'))
  run('import', 'budget', file('预算.xlsx'), ...year)
  run('import', 'payments', file('支付.xlsx'), ...year)
  const registers = readdirSync(example).filter((name) => name.endsWith('台账.xlsx'))
  for (const name of registers.sort()) run('import', 'ledger', parse(name).name, file(name))
  run('meetings', 'import', file('会务.xlsx'))
  run('repairs', 'import', file('设备维修.xlsx'))
  run('surveys', 'import', file('满意度调查.csv'))
  run('premises', 'import', file('办公用房.xlsx'))
  run('premises', 'survey', file('宗地界址点.xlsx'), '--kind', 'parcel')
  run('premises', 'survey', file('房屋轮廓.xlsx'), '--kind', 'building')
  run('allocations', 'import', file('单位编制.xlsx'))
  run('import', 'targets', file('绩效指标.xlsx'), ...year)
  run('reports', 'text', 'next_year', ...year, '--file', file('下一步工作.txt'))
  run('reports', 'text', 'benefit', ...year, '--file', file('效益分析.txt'))
  run('evaluate', ...year)
}

/** Runs once before all files: a folder with the example year in it, of which every server that shows it has a copy. */
export default function setup(): () => void {
  const program = process.env.MINGJI
  if (!program) throw new Error('MINGJI is not set: the path of the program to test')
  const data = mkdtempSync(join(tmpdir(), 'mingji-example-'))
  loadExample((...words) => execFileSync(program, [...words, '--data', data], { stdio: 'ignore' }))
  process.env.E2E_EXAMPLE = data
  return () => rmSync(data, { recursive: true, force: true })
}
