// SPDX-License-Identifier: Apache-2.0
import encodeQR from 'qr'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Route } from 'playwright-core'
import type { Lease } from '../src/holdings/holdings'
import { settled } from './browser'
import { chineseInFrame, dataOf, speak } from './english'
import { expected, sampleIdle, sampleLeases, sampleReconciliation, sampleStocktake } from './holdingsSample'
import { startStage, type Person, type Stage } from './stage'

// The pages of holdings with sample answers of the interface; sessions are the server's own. What the server makes of entries is tested where the server is.
let stage: Stage
let officer: Person
let isOffline = false
let isEmpty = false
/** What becomes of the next requests with entries, before they are taken. */
let troubles: ((route: Route) => Promise<unknown>)[] = []
/** Every entry that came, each time it came. */
let came: { id: string; number: string; unit: string | null }[] = []
let changes: [string, unknown][] = []
/** What the next change is refused with, once. */
let refusal: object | null = null
/** What somebody else makes of a lease while it is changed here. */
let meanwhile: Partial<Lease> | null = null

const items = (list: unknown[]) => ({ items: isEmpty ? [] : list })
function answer(path: string): unknown {
  if (path === '/stocktakes') return items([sampleStocktake(), sampleStocktake('PD-2025', '2025-12-20')])
  if (path.endsWith('/rooms')) return items(expected)
  if (path.startsWith('/stocktakes/')) return sampleStocktake(path.split('/')[2])
  if (path.startsWith('/reconciliations/')) return isEmpty ? { total: 0, total_m2: '0.00', differing: 0, differing_m2: '0.00', lines: [] } : sampleReconciliation(path.split('/')[2] as 'stock')
  if (path === '/idle') return { ...items(sampleIdle), days: 180 }
  const one = sampleLeases.find(({ code }) => path === `/leases/${encodeURIComponent(code)}`)
  if (one) return { ...one, ...meanwhile }
  if (path === '/leases') return { ...items(sampleLeases), warning_days: 30 }
  return null
}

async function take(route: Route): Promise<void> {
  const { entries } = route.request().postDataJSON() as { entries: typeof came }
  came.push(...entries)
  const trouble = troubles.shift()
  if (trouble) await trouble(route)
  else await route.fulfill({ json: { items: entries.map(({ id, unit }) => ({ id, refusal: unit === '拒绝单位' ? '没有这个单位（示例）' : null })) } })
}

beforeAll(async () => {
  stage = await startStage('empty')
  officer = await stage.as('jixiao')
  const { page } = officer
  await page.route('**/api/**', (route) => (isOffline ? route.abort('internetdisconnected') : route.fallback()))
  await page.route(/\/api\/v1\/identity\/(me|sessions)$/, async (route) => {
    if (isOffline) return route.abort('internetdisconnected')
    const got = await route.fetch()
    if (!got.ok()) return route.fulfill({ response: got })
    const me = (await got.json()) as { permissions: string[] }
    return route.fulfill({ response: got, json: { ...me, permissions: [...me.permissions, 'holdings.read', 'holdings.count', 'holdings.edit', 'premises.read'] } })
  })
  await page.route('**/api/v1/holdings/**', async (route) => {
    if (isOffline) return route.abort('internetdisconnected')
    const path = new URL(route.request().url()).pathname.slice('/api/v1/holdings'.length)
    if (path.endsWith('/entries')) return take(route)
    const etag = meanwhile ? '"2"' : '"1"'
    if (route.request().method() === 'GET') return route.fulfill({ json: answer(path), headers: { etag } })
    const seen = route.request().headers()['if-match']
    if (seen !== undefined && seen !== etag) return route.fulfill({ status: 412, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', status: 412, code: 'request.changed_meanwhile', title: '示例', detail: '示例' }) })
    changes.push([path, route.request().postDataJSON()])
    if (refusal) {
      const json = refusal
      refusal = null
      return route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(json) })
    }
    return route.fulfill({ status: 201, json: answer(path) ?? {}, headers: { etag } })
  })
})
afterAll(() => stage?.stop())
beforeEach(() => {
  came = []
  changes = []
  troubles = []
  refusal = null
  meanwhile = null
})
afterEach(() => {
  isEmpty = false
  const { policy, console, outside } = officer.browser.take()
  const isOurs = (line: string) => !/ERR_INTERNET_DISCONNECTED|status of 503/.test(line)
  expect({ policy, console: console.filter(isOurs), outside }).toEqual({ policy: [], console: [], outside: [] })
})

const places = [['/holdings/stocktakes', '盘点'], ['/holdings/stocktakes/PD-2026', '示例年度盘点（PD-2026）'], ['/holdings/stocktakes/PD-2026/labels', '房间标签（PD-2026）'], ['/holdings/reconciliations', '三账核对'], ['/holdings/idle', '闲置房屋'], ['/holdings/leases', '租赁'], ['/holdings/count', '现场盘点']] as const

describe('every page', () => {
  it.each([...places, ['/holdings/reconciliations?kind=title', '三账核对'], ['/holdings/leases?kind=out', '租赁']] as [string, string][])('%s', async (path, name) => {
    await officer.open(path, name)
    await officer.looks(`holdings${path.replaceAll(/[/?=]/g, '-')}`, ['light', 'dark', 'elder', 'phone'])
  })

  it.each(places.filter(([path]) => !path.includes('PD-')))('%s with nothing in it', async (path, name) => {
    isEmpty = true
    await officer.open(path, name)
    await officer.looks(`holdings-empty${path.replaceAll('/', '-')}`, ['light'])
  })

  it('speaks English', async () => {
    const { page } = officer
    await officer.open('/holdings/stocktakes', '盘点')
    await speak(page, 'English')
    const data = await dataOf(page, ['/stocktakes', '/stocktakes/PD-2026', '/stocktakes/PD-2026/rooms', '/reconciliations/stock', '/idle', '/leases'].map((path) => `/api/v1/holdings${path}`))
    const left: Record<string, string[]> = {}
    for (const [path] of places) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      left[path] = await chineseInFrame(page, [...data, '绩效科', '甲中心'])
    }
    await speak(page, '中文')
    expect(left).toEqual(Object.fromEntries(places.map(([path]) => [path, []])))
  })
})

it('a number opens its list', async () => {
  const { page } = officer
  await officer.open('/holdings/stocktakes/PD-2026', '示例年度盘点（PD-2026）')
  await page.getByRole('button', { name: /^在别处/ }).click()
  await page.getByRole('heading', { name: '在别处明细' }).waitFor()
  expect(await page.locator('.data-table tbody tr').filter({ hasText: 'FW-' }).count()).toBe(sampleStocktake().lines.filter(({ outcome }) => outcome === 'elsewhere').length)
})

it('a label of each room is on paper, whole on its sheet, with the code that a phone reads', async () => {
  const { page } = officer
  await officer.open('/holdings/stocktakes/PD-2026/labels', '房间标签（PD-2026）')
  await page.emulateMedia({ media: 'print' })
  const labels = page.locator('[data-label]')
  expect(await labels.evaluateAll((all) => all.map((one) => one.getAttribute('data-label')))).toEqual(expected.map(({ code }) => code))
  expect(new Set(await labels.evaluateAll((all) => all.map((one) => getComputedStyle(one).breakInside)))).toEqual(new Set(['avoid']))
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
  await officer.browser.shot('holdings-labels-print')
  await page.emulateMedia({ media: null })
})

it('an idle room is transferred with its document', async () => {
  const { page } = officer
  await officer.open('/holdings/idle', '闲置房屋')
  await officer.row('301').getByRole('button').click()
  const dialog = officer.dialog('处置 示例楼1 301')
  await dialog.getByLabel(/^处置方式/).selectOption('transferred')
  await dialog.getByRole('button', { name: '处置', exact: true }).click()
  await dialog.getByText('请填写接收单位').first().waitFor()
  await officer.looks('holdings-idle-form', ['light', 'phone'])
  await dialog.getByLabel(/^调剂给/).fill('示例单位3')
  await dialog.getByLabel(/^日期/).fill('2026-11-26')
  await dialog.getByLabel(/^依据文件/).fill('示例调剂〔2026〕9号')
  await dialog.getByRole('button', { name: '处置', exact: true }).click()
  await expect.poll(() => changes).toEqual([['/idle/decisions', { building: 'FW-0001', number: '301', state: 'transferred', unit: '示例单位3', day: '2026-11-26', document: '示例调剂〔2026〕9号' }]])
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

it('a lease without an approval is not sent', async () => {
  await officer.open('/holdings/leases?kind=out', '租赁')
  await officer.page.getByRole('button', { name: '登记租赁' }).click()
  await officer.dialog().getByRole('button', { name: '保存' }).click()
  await officer.dialog().getByText('请填写批准文号，没有批准不能登记').first().waitFor()
  await officer.looks('holdings-lease-form', ['light', 'phone'])
  expect(changes).toEqual([])
})

it('a lease is recorded once what the server refused at its field is right', async () => {
  await officer.open('/holdings/leases?kind=out', '租赁')
  await officer.page.getByRole('button', { name: '登记租赁' }).click()
  const dialog = officer.dialog()
  const lease = { 合同编号: 'ZL-1', 承租方: '示例公司', 楼栋: 'FW-0001', 面积: '120', 批准文号: '示例批〔2026〕1号', 起租日期: '2026-01-01', 到期日期: '2026-01-01', 年租金: '64800' }
  for (const [label, text] of Object.entries(lease)) await dialog.getByLabel(new RegExp(`^${label}`)).fill(text)
  refusal = { type: 'about:blank', status: 409, code: 'holdings.lease.code_taken', title: '示例', detail: '编号已经有了（示例）', errors: [{ pointer: '/code', code: 'holdings.lease.code_taken', message: '编号已经有了（示例）' }] }
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('编号已经有了（示例）').first().waitFor()
  expect(await dialog.getByLabel(/^合同编号/).getAttribute('aria-invalid')).toBe('true')
  await dialog.getByLabel(/^合同编号/).fill('ZL-2')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  const body = { kind: 'out', party: '示例公司', building: 'FW-0001', address: null, area_m2: '120.00', approval: '示例批〔2026〕1号', from: '2026-01-01', until: '2026-01-01', yearly_rent: '64800.00', note: null }
  expect(changes).toEqual([['/leases', { ...body, code: 'ZL-1' }], ['/leases', { ...body, code: 'ZL-2' }]])
  officer.browser.take() // the browser tells of the refusal too
})

it('rent is paid to the treasury, and the last day is changed as it was seen', async () => {
  await officer.open('/holdings/leases?kind=out', '租赁')
  const first = sampleLeases.find(({ kind }) => kind === 'out')
  if (!first) throw new Error('no sample')
  await officer.row(first.code).getByRole('button', { name: '登记缴库' }).click()
  const paying = officer.dialog(`登记缴库：${first.code}`)
  await paying.getByRole('button', { name: '登记缴库' }).click()
  await paying.getByText('请填写缴款凭证').first().waitFor()
  await paying.getByLabel(/^缴库日期/).fill('2026-06-30')
  await paying.getByLabel(/^缴库金额/).fill('1000.5')
  await paying.getByLabel(/^缴款凭证/).fill('示例缴款书')
  await paying.getByRole('button', { name: '登记缴库' }).click()
  await paying.waitFor({ state: 'detached' })
  await officer.row(first.code).getByRole('button', { name: '修改' }).click()
  const changing = officer.dialog(`修改 ${first.code}`)
  await changing.getByLabel(/^到期日期/).fill('2023-12-31')
  await changing.getByRole('button', { name: '保存' }).click()
  await changing.getByText('到期日期早于起租日期').first().waitFor()
  await changing.getByLabel(/^到期日期/).fill('2026-06-30')
  await changing.getByRole('button', { name: '保存' }).click()
  await changing.waitFor({ state: 'detached' })
  const { kind, party, building, address, area_m2, approval, from, yearly_rent, note } = first
  expect(changes).toEqual([
    [`/leases/${encodeURIComponent(first.code)}/income`, { paid_on: '2026-06-30', amount: '1000.50', document: '示例缴款书' }],
    [`/leases/${encodeURIComponent(first.code)}`, { kind, party, building, address, area_m2, approval, from, until: '2026-06-30', yearly_rent, note }],
  ])
})

it('what somebody else changed of a lease meanwhile is shown beside mine, and nothing is lost', async () => {
  await officer.open('/holdings/leases?kind=out', '租赁')
  const first = sampleLeases.find(({ kind }) => kind === 'out')
  if (!first) throw new Error('no sample')
  await officer.row(first.code).getByRole('button', { name: '修改' }).click()
  const changing = officer.dialog(`修改 ${first.code}`)
  await changing.getByLabel(/^到期日期/).fill('2026-06-30')
  await changing.getByLabel(/^备注/).fill('示例备注')
  meanwhile = { until: '2026-09-30', approval: '示例批〔2026〕9号' }
  await changing.getByRole('button', { name: '保存' }).click()
  const conflict = officer.dialog('内容已被别人修改')
  await conflict.getByRole('row', { name: /到期日期/ }).getByText('2026-09-30').waitFor()
  expect(await conflict.getByRole('row').count()).toBe(2) // what only one of us changed is not asked
  await officer.looks('holdings-lease-conflict', ['light', 'phone'])
  await conflict.getByRole('button', { name: '按所选内容继续' }).click()
  await changing.getByRole('button', { name: '保存' }).click()
  await changing.waitFor({ state: 'detached' })
  expect(changes.map(([, body]) => body)).toEqual([expect.objectContaining({ until: '2026-06-30', approval: '示例批〔2026〕9号', note: '示例备注' })])
  officer.browser.take() // the browser tells of the 412 too
})

describe('counting on a phone', () => {
  const openCount = async () => {
    await officer.page.goto('/holdings/count')
    await officer.page.locator('[data-kept]').waitFor()
  }
  const count = async (code: string, unit?: string) => {
    const { page } = officer
    await page.getByLabel(/^房间代码/).fill(code)
    await page.getByRole('button', { name: '下一步' }).click()
    if (unit !== undefined) {
      await page.getByLabel('其他单位').check()
      await page.getByLabel(/^单位名称/).fill(unit)
    }
    await page.getByRole('button', { name: '记下这间房' }).click()
    await page.getByText(`已记下 ${code}`).waitFor()
  }
  const state = (name: string, number: number) => officer.page.locator(`[data-state=${name}]`).nth(number - 1).waitFor()
  const offline = async (is: boolean) => {
    isOffline = is
    await officer.browser.context.setOffline(is)
  }
  beforeEach(() => officer.page.setViewportSize({ width: 360, height: 640 }))
  afterEach(async () => {
    await offline(false)
    await officer.page.evaluate(() => new Promise((done) => {
      const request = indexedDB.open('mingji-holdings', 1)
      request.onsuccess = () => {
        const clearing = request.result.transaction('entries', 'readwrite')
        clearing.objectStore('entries').clear()
        clearing.oncomplete = done
      }
    }))
    await officer.page.setViewportSize({ width: 1366, height: 768 })
  })

  it('goes on without the network, over a reload, and sends once', async () => {
    const { page } = officer
    await openCount()
    expect(await page.locator('[data-kept]').getAttribute('data-kept')).toBe('true')
    await offline(true)
    await count('FW-0001/101')
    await count('FW-0001/102', '示例单位9')
    await state('waiting', 2)
    await officer.browser.shot('holdings-count-offline')
    await page.reload()
    await page.getByRole('heading', { name: '现场盘点', level: 1 }).waitFor()
    await state('waiting', 2)
    expect(await page.locator('[data-kept]').getAttribute('data-kept')).toBe('true')
    await count('FW-0001/103')
    await officer.browser.shot('holdings-count-offline-reloaded')
    expect(await officer.browser.axe()).toEqual([])
    expect(came).toEqual([])
    await offline(false)
    await state('sent', 3)
    expect(came.map(({ number }) => number).sort()).toEqual(['101', '102', '103'])
    await page.reload()
    await state('sent', 3)
    expect(came).toHaveLength(3)
  })

  it('sends the same ids when the answer got lost', async () => {
    troubles = [(route) => route.abort('connectionreset'), (route) => route.fulfill({ status: 503, body: '' })]
    await openCount()
    await count('FW-0001/104')
    await state('waiting', 1)
    await officer.page.getByRole('button', { name: '立即发送' }).click()
    await expect.poll(() => came.length).toBe(2)
    await officer.page.getByRole('button', { name: '立即发送' }).click()
    await state('sent', 1)
    expect(new Set(came.map(({ id }) => id)).size).toBe(1)
    officer.browser.take()
  })

  it('shows a refusal with the words of the server, and removes it only when asked twice', async () => {
    const { page } = officer
    await openCount()
    await count('FW-0002/109', '拒绝单位')
    await state('refused', 1)
    await page.getByText('没有这个单位（示例）').waitFor()
    await officer.looks('holdings-count-refused', ['phone'])
    await page.setViewportSize({ width: 360, height: 640 })
    await page.getByRole('button', { name: '删除这条' }).click()
    await page.getByRole('button', { name: '确定删除' }).click()
    await page.locator('[data-state]').waitFor({ state: 'detached' })
  })

  it('keeps what was counted over the end of the session', async () => {
    const { page } = officer
    troubles = [(route) => route.fulfill({ status: 503, body: '' })]
    await openCount()
    await count('FW-0001/105')
    await state('waiting', 1)
    troubles = Array.from({ length: 9 }, () => (route: Route) => route.fulfill({ status: 503, body: '' }))
    await officer.browser.context.clearCookies()
    await page.goto('/holdings/count')
    await page.getByLabel(/^登录名/).fill('jixiao')
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(stage.server.password)
    troubles = []
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await state('sent', 1)
    expect(new Set(came.map(({ id }) => id)).size).toBe(1)
  })

  it('reads the code on a door', async () => {
    const { page } = officer
    await page.addInitScript((modules) => {
      // A camera that looks at a door: the video and what reads it are real.
      navigator.mediaDevices.getUserMedia = () => {
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = modules.length * 8
        const context = canvas.getContext('2d')
        const draw = () => modules.forEach((row, y) => row.forEach((isDark, x) => {
          if (!context) return
          context.fillStyle = isDark ? '#000' : '#fff'
          context.fillRect(x * 8, y * 8, 8, 8)
        }))
        draw()
        setInterval(draw, 100)
        return Promise.resolve(canvas.captureStream(10))
      }
    }, encodeQR('MINGJI-ROOM:FW-0002/110', 'raw', { border: 4 }))
    await openCount()
    await page.getByRole('button', { name: '扫码' }).click()
    await page.getByRole('heading', { name: '示例楼2 110' }).waitFor()
    await officer.looks('holdings-count-form', ['phone'])
  })
})
