// SPDX-License-Identifier: Apache-2.0
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { asked } from '@/shared/feedback/confirm'
import ConflictDialog from '@/shared/feedback/ConflictDialog.vue'
import JobProgress from '@/shared/feedback/JobProgress.vue'
import UploadButton from '@/shared/form/UploadButton.vue'
import { useSession, type Session } from '@/shared/session'
import { fakeServer, problem } from '@/shared/testing'
import { pages } from './pages'

class Quiet {
  addEventListener() {
    return undefined
  }
  close() {
    return undefined
  }
}
beforeEach(() => {
  vi.stubGlobal('EventSource', Quiet)
  document.body.innerHTML = ''
  localStorage.clear()
})

const column = (title: string, more: object = {}) => ({ title, type: 'text', unit: null, choices: [], required: false, identity: false, period: false, ...more })
const meetings = { name: '会议台账', section: null, columns: [column('会议编号', { identity: true, required: true }), column('类别', { type: 'choice', choices: ['培训', '其他'] }), column('人数', { type: 'integer', unit: '人' })] }
const repairs = { name: '维修台账', section: null, columns: [column('报修编号', { identity: true })] }
const of = `/api/v1/ledgers/${encodeURIComponent('会议台账')}`
const at = `/ledgers/register/${encodeURIComponent('会议台账')}`
const reading = {
  'GET /api/v1/ledgers': { body: { items: [{ name: '会议台账', section: null, columns: 3, records: 2, imports: 1, last_import_at: '2024-12-31T16:00:00Z' }], next: null, standard: [repairs] } },
  [`GET ${of}`]: { body: meetings, headers: { etag: '"1"' } },
  [`GET ${of}/records`]: { body: { items: [{ identity: 'HY-1', cells: ['HY-1', '培训', '1930'], place: '会议.xlsx 一月!A2', version: 1 }], next: null, total: 1 } },
}

async function open(path: string, { may = [] as string[], answers = {} as Parameters<typeof fakeServer>[0] } = {}) {
  const sent = fakeServer({ ...reading, ...answers })
  const router = createRouter({ history: createMemoryHistory(), routes: pages.map((page) => ({ path: page.path, name: page.name, component: page.component as never })) })
  await router.push(path)
  const pinia = createPinia()
  setActivePinia(pinia)
  useSession().me = { org: 'o', permissions: ['ledgers.read', ...may] } as unknown as Session
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = mount(RouterView, { attachTo: document.body, global: { plugins: [pinia, router, [VueQueryPlugin, { queryClient }]] } })
  await flushPromises()
  const body = async (method: string) => (await Promise.all(sent.filter((one) => one.method === method).map((one) => one.json()))) as unknown[]
  return { wrapper, sent, router, body }
}
const texts = (wrapper: VueWrapper, selector: string) => wrapper.findAll(selector).map((one) => one.text())
const press = async (wrapper: VueWrapper, word: string) => {
  await wrapper.findAll('button').find((button) => button.text() === word)?.trigger('click')
  await flushPromises()
}
const submit = async (wrapper: VueWrapper, which = 'form.panel') => {
  await wrapper.get(which).trigger('submit')
  await flushPromises()
}

describe('the registers', () => {
  it('are listed with a way into each, and standard ones are offered to who may', async () => {
    const { wrapper } = await open('/ledgers')
    expect(wrapper.get('tbody a').attributes('href')).toBe(at)
    expect(wrapper.text()).toContain('报修编号')
    expect(texts(wrapper, 'button')).not.toContain('启用')
    expect(texts((await open('/ledgers', { may: ['ledgers.declare'] })).wrapper, 'button')).toContain('启用')
  })

  it('a standard one is declared as it is, once somebody says yes', async () => {
    const { wrapper, body } = await open('/ledgers', { may: ['ledgers.declare'], answers: { 'POST /api/v1/ledgers': { status: 201, body: repairs } } })
    for (const answer of [false, true]) {
      await press(wrapper, '启用')
      asked.value?.answer(answer)
      await flushPromises()
    }
    expect(await body('POST')).toEqual([{ name: '维修台账', columns: repairs.columns }])
    expect(wrapper.text()).toContain('已启用“维修台账”')
  })
})

describe('a new register', () => {
  const answers = { 'POST /api/v1/ledgers': { status: 201, body: { ...meetings, name: '接待台账' } } }

  it('is declared with its columns and opened', async () => {
    const { wrapper, body, router } = await open('/ledgers/declare', { may: ['ledgers.declare'], answers })
    await submit(wrapper)
    expect(texts(wrapper, '.summary li').length).toBe(3)
    const inputs = wrapper.findAll('input.el-input__inner')
    for (const [index, value] of ['接待台账', '编号', '单位'].entries()) await inputs[index]?.setValue(value)
    await submit(wrapper)
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(await body('POST')).toEqual([{ name: '接待台账', section: null, columns: [column('编号', { identity: true, required: true }), column('单位')] }])
    expect(decodeURIComponent(router.currentRoute.value.path)).toBe('/ledgers/register/接待台账')
  })

  it('may be kept by one of the unit’s sections', async () => {
    const organisation = (id: string, kind: string, parent: string) => ({ id, kind, parent, name: `${id}科`, path: '', region_code: '', region_name: '' })
    const organisations = { body: { items: [organisation('s1', 'section', 'o'), organisation('s2', 'section', 'elsewhere'), organisation('o', 'unit', 'r')], next: null } }
    const { wrapper, body } = await open('/ledgers/declare', { may: ['ledgers.declare'], answers: { ...answers, 'GET /api/v1/identity/organisations': organisations } })
    const choice = wrapper.get('.section select')
    expect(choice.findAll('option').map((one) => one.text())).toEqual(['全单位', 's1科'])
    await choice.setValue('s1')
    const inputs = wrapper.findAll('input.el-input__inner')
    for (const [index, value] of ['接待台账', '编号', '单位'].entries()) await inputs[index]?.setValue(value)
    await submit(wrapper)
    expect(await body('POST')).toMatchObject([{ section: 's1' }])
  })

  it('that is refused says which column is wrong', async () => {
    const refusal = problem(422, 'request.fields_wrong', [{ pointer: '/columns/1/title', code: 'x', message: '列名太长' }])
    const { wrapper } = await open('/ledgers/declare', { may: ['ledgers.declare'], answers: { 'POST /api/v1/ledgers': { status: 422, body: refusal } } })
    const inputs = wrapper.findAll('input.el-input__inner')
    for (const [index, value] of ['接待台账', '编号', '单位'].entries()) await inputs[index]?.setValue(value)
    await submit(wrapper)
    expect(wrapper.findAll('.column')[1]?.get('.error').text()).toBe('列名太长')
  })
})

describe('changing a register', () => {
  it('names the state that was read', async () => {
    const { wrapper, sent, body } = await open(`${at}/columns`, { may: ['ledgers.declare'], answers: { [`PUT ${of}`]: { body: meetings, headers: { etag: '"2"' } } } })
    await press(wrapper, '增加一列')
    await wrapper.findAll('.column').at(-1)?.get('input.el-input__inner').setValue('备注')
    await submit(wrapper)
    expect(sent.find(({ method }) => method === 'PUT')?.headers.get('if-match')).toBe('"1"')
    expect(await body('PUT')).toEqual([{ section: null, columns: [...meetings.columns, column('备注')] }])
    expect(wrapper.text()).toContain('已保存')
  })

  it('that somebody else changed meanwhile asks which to keep', async () => {
    const theirs = { ...meetings, columns: [...meetings.columns, column('地点')] }
    let turn = 0
    const { wrapper } = await open(`${at}/columns`, { may: ['ledgers.declare'], answers: {
      [`GET ${of}`]: () => ({ body: turn++ === 0 ? meetings : theirs, headers: { etag: `"${turn}"` } }), [`PUT ${of}`]: { status: 412, body: problem(412, 'request.changed_meanwhile') } } })
    await press(wrapper, '增加一列')
    await wrapper.findAll('.column').at(-1)?.get('input.el-input__inner').setValue('备注')
    await submit(wrapper)
    expect(document.querySelector('.clashes')?.textContent).toContain('地点')
    wrapper.getComponent(ConflictDialog as Component).vm.$emit('settle', { columns: 'theirs' })
    await flushPromises()
    expect(wrapper.findAll<HTMLInputElement>('.column input.el-input__inner').map(({ element }) => element.value)).toContain('地点')
  })
})

describe('records', () => {
  const asks = (sent: Request[]) => new URL(sent.filter(({ url }) => url.includes('/records')).at(-1)?.url ?? '').searchParams

  it('are asked for with words, conditions and order of the address', async () => {
    const query = new URLSearchParams([['q', '甲'], ['filter', '类别=培训'], ['filter', '人数>=3'], ['filter', '没有这列=1'], ['sort', '-人数']])
    const { wrapper, sent } = await open(`${at}?${query.toString()}`)
    expect([...asks(sent)]).toEqual([['q', '甲'], ['filter', '类别=培训'], ['filter', '人数>=3'], ['sort', '-人数'], ['offset', '0'], ['limit', '200']])
    expect(texts(wrapper, 'tbody td')).toEqual(['HY-1', '培训', '1,930'])
    await wrapper.get('.chip').trigger('click')
    await flushPromises()
    expect(asks(sent).getAll('filter')).toEqual(['人数>=3'])
  })

  it('are narrowed by a condition on one column', async () => {
    const { wrapper, sent } = await open(at)
    await press(wrapper, '添加条件')
    const [which] = wrapper.findAll('form.condition select')
    await which?.setValue('人数')
    await wrapper.get('form.condition input').setValue('三')
    await submit(wrapper, 'form.condition')
    expect(wrapper.get('form.condition .error').text()).toBe('请填写数字')
    await wrapper.get('form.condition input').setValue('3')
    await wrapper.findAll('form.condition select')[1]?.setValue('>=')
    await submit(wrapper, 'form.condition')
    expect(asks(sent).getAll('filter')).toEqual(['人数>=3'])
  })

  it('that are none say whether there are none at all', async () => {
    const none = { [`GET ${of}/records`]: { body: { items: [], next: null, total: 0 } } }
    expect((await open(at, { answers: none })).wrapper.text()).toContain('还没有记录')
    expect((await open(`${at}?q=x`, { answers: none })).wrapper.text()).toContain('没有符合条件的记录')
  })

  it('of a register out of reach say so', async () => {
    const { wrapper } = await open(at, { answers: { [`GET ${of}`]: { status: 404, body: problem(404, 'ledgers.ledger.unknown') } } })
    expect(wrapper.get('[role=alert]').text()).toContain('ledgers.ledger.unknown')
  })

  it('open with what they said before', async () => {
    const version = (number: number, cells: object, ended: string | null) => ({ version: number, cells, place: 'p', ended, ended_at: ended && '2024-07-01T08:00:00Z' })
    const { wrapper } = await open(at, { answers: { [`GET ${of}/records/HY-1/history`]: { body: { items: [version(1, { 人数: '12' }, 'changed'), version(2, { 人数: '1930' }, null)], next: null } } } })
    await press(wrapper, 'HY-1')
    const drawer = document.querySelector('.el-drawer')?.textContent ?? ''
    expect(drawer).toContain('人数：12 → 1930')
    expect(drawer).toContain('2024-07-01 16:00')
  })

  it('have buttons only for who may', async () => {
    const links = async (may: string[]) => texts((await open(at, { may })).wrapper, 'header a')
    expect(await links([])).toEqual(['下载模板'])
    expect(await links(['ledgers.import', 'ledgers.declare'])).toEqual(['导入', '下载模板', '修改列'])
  })
})

describe('an import', () => {
  const counts = { rows: 3, added: 1, changed: 1, restored: 0, unchanged: 1, missing: 2, removed: 0, totals: 0, problems: 0 }
  const result = (more: object = {}) => ({ ledger: '会议台账', stored: false, dry_run: true, declared: false, counts, added: [{ identity: 'HY-9', place: 'p', cells: { 类别: '培训' } }], changed: [{ identity: 'HY-1', place: 'p', columns: [{ column: '人数', before: '12', after: '13' }] }], restored: [], missing: [], passed_over: [], examples: [], unknown_headers: [], problems: [], problems_not_listed: 0, ...more })
  const job = (more: object = {}) => ({ job: 'j1', kind: 'ledgers.import', title: '导入', state: 'done', progress: null, problem: null, cancel_requested: false, files: [], result: null, ...more })

  async function upload(...results: object[]) {
    let turn = 0
    const opened = await open(`${at}/import`, { may: ['ledgers.import'], answers: { [`POST ${of}/imports`]: { status: 202, body: job({ state: 'queued' }) }, 'GET /api/v1/jobs/j1': { body: job({ state: 'running' }) } } })
    const { wrapper } = opened
    const end = async () => {
      wrapper.getComponent(JobProgress).vm.$emit('end', job({ result: results[turn++] }))
      await flushPromises()
    }
    wrapper.getComponent(UploadButton).vm.$emit('done', { upload: 'u1', name: '会议.xlsx' })
    await flushPromises()
    await end()
    return { ...opened, end, step: () => wrapper.get('[aria-current=step]').text() }
  }

  it('shows the difference cell by cell before anything is stored', async () => {
    const { wrapper, body, step, end } = await upload(result(), result({ stored: true, dry_run: false, counts: { ...counts, removed: 0 } }))
    expect(step()).toContain('核对差异')
    expect(texts(wrapper, 'details[open] tbody td')).toEqual(['HY-1', '人数', '12', '13', 'p'])
    await press(wrapper, '导入')
    await end()
    expect(step()).toContain('完成')
    expect(await body('POST')).toEqual([
      { upload: 'u1', dry_run: true, remove_missing: false, mapping: [] },
      { upload: 'u1', dry_run: false, remove_missing: false, mapping: [] }])
  })

  it('asks about headers that it does not know, once', async () => {
    const { wrapper, body, step, end } = await upload(result({ unknown_headers: [{ sheet: '一月', header: '参会数' }, { sheet: '一月', header: '备注' }] }), result())
    expect(step()).toContain('表头对应')
    await wrapper.findAll('select')[0]?.setValue('人数')
    expect(wrapper.findAll('select')[1]?.findAll('option').map((option) => option.text())).toEqual(['忽略这一列', '会议编号', '类别'])
    await press(wrapper, '按此对应核对')
    await end()
    expect(step()).toContain('核对差异')
    expect((await body('POST'))[1]).toMatchObject({ dry_run: true, mapping: [{ header: '参会数', column: '人数' }, { header: '备注', column: null }] })
  })

  it('removes what the file lacks only when it is said twice, with the number', async () => {
    const { wrapper, body } = await upload(result())
    await wrapper.get('.buttons input[type=checkbox]').setValue(true)
    for (const answer of [false, true]) {
      await press(wrapper, '导入')
      expect(asked.value?.says).toContain('2')
      asked.value?.answer(answer)
      await flushPromises()
    }
    expect((await body('POST')).slice(1)).toEqual([{ upload: 'u1', dry_run: false, remove_missing: true, mapping: [] }])
  })

  it('with mistakes names them and offers nothing to store', async () => {
    const { wrapper } = await upload(result({ problems: [{ place: '一月!C3', column: '人数', code: 'x', message: '不是整数' }], counts: { ...counts, problems: 1 } }))
    expect(texts(wrapper, '[role=alert] tbody td')).toEqual(['一月!C3', '人数', '不是整数'])
    expect(texts(wrapper, 'button')).not.toContain('导入')
    expect(wrapper.find('details').exists()).toBe(false)
  })

  it('of what is there already has nothing to store', async () => {
    const { wrapper } = await upload(result({ counts: { ...counts, added: 0, changed: 0, missing: 0 }, added: [], changed: [] }))
    expect(wrapper.text()).toContain('完全一致')
    expect(texts(wrapper, 'button')).not.toContain('导入')
  })

  it('takes a standard register, and says when there is none of that name', async () => {
    expect((await open(`/ledgers/register/${encodeURIComponent('维修台账')}/import`)).wrapper.text()).toContain('第一次导入时自动启用')
    expect((await open(`/ledgers/register/${encodeURIComponent('没有')}/import`)).wrapper.text()).toContain('没有这个台账')
  })
})
