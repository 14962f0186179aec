// SPDX-License-Identifier: Apache-2.0
import { settled } from './browser'
import type { Person } from './stage'

// Every page that a person of the office opens, with the example year in it. Pages of the administrators and those before the sign-in are in administrators.test.ts and
// shell.test.ts.
export const elsewhere = [
  '/report',
  '/repairs/inspect',
  '/account',
  '/allocations/agreements/:agreement',
  '/allocations/requests/:request',
  '/allocations/units/:unit',
  '/allocations/units/:unit/change',
  '/audit',
  '/backups',
  '/budget/comparison',
  '/check',
  '/check/:report',
  '/closing/months',
  '/closing/roll-over',
  '/grants',
  '/help',
  '/holdings/count',
  '/holdings/idle',
  '/holdings/leases',
  '/holdings/reconciliations',
  '/holdings/stocktakes',
  '/holdings/stocktakes/:stocktake',
  '/holdings/stocktakes/:stocktake/labels',
  '/interface',
  '/jobs',
  '/meetings/bookings/:booking/cards',
  '/meetings/bookings/:booking/checks',
  '/meetings/bookings/:booking/service',
  '/meetings/notices',
  '/meetings/service-day',
  '/organisations',
  '/people',
  '/roles',
  '/sessions',
  '/set-up',
  '/sign-in',
  '/status',
  '/survey',
  '/surveys/actions',
  '/surveys/list',
  '/surveys/list/:survey',
  '/surveys/list/:survey/cards',
  '/surveys/list/:survey/change',
  '/surveys/new',
  '/surveys/statistics',
]

export interface Seen {
  /** As it is written in src/*\/pages.ts. */
  path: string
  at: string
  /** What opens over the page: a button by its name. */
  opens?: (RegExp | string)[]
  /** An address that has nothing to show in a unit that has just begun; null where the page needs something to be about. */
  empty?: string | null
}
const year = '?year=2024'
const figure = /，打开来源记录$/
export const pages: Seen[] = [
  { path: '/desk', at: `/desk${year}`, opens: [figure] },
  { path: '/desk/what-if', at: `/desk/what-if${year}` },
  { path: '/budget/execution', at: `/budget/execution${year}`, opens: [figure] },
  { path: '/budget/lines', at: `/budget/lines${year}`, opens: ['新增项目', '打开年度', figure] },
  { path: '/budget/documents', at: `/budget/documents${year}`, opens: [/^示例财预/] },
  { path: '/budget/documents/new', at: `/budget/documents/new${year}` },
  { path: '/budget/contracts', at: `/budget/contracts${year}`, opens: [figure] },
  { path: '/budget/contracts/new', at: `/budget/contracts/new${year}` },
  { path: '/budget/payments', at: `/budget/payments${year}`, opens: [/^记-|^示例-|^\d/] },
  { path: '/budget/payments/new', at: `/budget/payments/new${year}` },
  { path: '/budget/findings', at: `/budget/findings${year}` },
  { path: '/budget/import', at: `/budget/import${year}` },
  { path: '/ledgers', at: '/ledgers' },
  { path: '/ledgers/declare', at: '/ledgers/declare' },
  { path: '/ledgers/register/:ledger', at: '/ledgers/register/培训演练台账', opens: [/^PX2024-001/], empty: null },
  { path: '/ledgers/register/:ledger/columns', at: '/ledgers/register/培训演练台账/columns', empty: null },
  { path: '/ledgers/register/:ledger/import', at: '/ledgers/register/培训演练台账/import', empty: null },
  { path: '/premises/map', at: '/premises/map' },
  { path: '/premises/buildings', at: '/premises/buildings' },
  { path: '/premises/buildings/:building', at: '/premises/buildings/FC2024-01', empty: null },
  { path: '/premises/parcels', at: '/premises/parcels' },
  { path: '/premises/parcels/:parcel', at: '/premises/parcels/TD2024-01', empty: null },
  { path: '/premises/registration', at: '/premises/registration', opens: [/^示例单位/, '新建登记活动', '增加单位'] },
  { path: '/premises/new/building', at: '/premises/new/building' },
  { path: '/premises/buildings/:building/change', at: '/premises/buildings/FC2024-01/change', empty: null },
  { path: '/premises/buildings/:building/rooms', at: '/premises/buildings/FC2024-01/rooms', empty: null },
  { path: '/premises/new/parcel', at: '/premises/new/parcel' },
  { path: '/premises/parcels/:parcel/change', at: '/premises/parcels/TD2024-01/change', empty: null },
  { path: '/premises/import', at: '/premises/import' },
  { path: '/premises/survey', at: '/premises/survey' },
  { path: '/holdings/import', at: '/holdings/import' },
  { path: '/meetings/timeline', at: '/meetings/timeline?view=week&day=2024-11-05', opens: ['日历订阅'] },
  { path: '/meetings/new', at: '/meetings/new?day=2024-11-05' },
  { path: '/meetings/approvals', at: '/meetings/approvals' },
  { path: '/meetings/bookings', at: '/meetings/bookings?from=2024-11-01&until=2024-11-30' },
  { path: '/meetings/bookings/:booking', at: '/meetings/bookings/S01-2024-0001', empty: null },
  { path: '/meetings/import', at: '/meetings/import' },
  { path: '/meetings/rooms', at: '/meetings/rooms' },
  { path: '/meetings/statistics', at: '/meetings/statistics?from=2024-01-01&until=2024-12-31' },
  { path: '/allocations/units', at: '/allocations/units' },
  { path: '/allocations/import', at: '/allocations/import' },
  { path: '/allocations/new/unit', at: '/allocations/new/unit' },
  { path: '/allocations/persons', at: '/allocations/persons', opens: ['安排用房'] },
  { path: '/allocations/due', at: '/allocations/due' },
  { path: '/allocations/agreements', at: '/allocations/agreements' },
  { path: '/allocations/new/agreement', at: '/allocations/new/agreement' },
  { path: '/allocations/requests', at: '/allocations/requests' },
  { path: '/allocations/new/request', at: '/allocations/new/request' },
  { path: '/allocations/publications', at: '/allocations/publications', opens: ['登记公示'] },
  { path: '/repairs/orders', at: '/repairs/orders?from=2024-01-01&until=2024-12-31' },
  { path: '/repairs/orders/:order', at: '/repairs/orders/BX2024-0001', empty: null },
  { path: '/repairs/new', at: '/repairs/new' },
  { path: '/repairs/import', at: '/repairs/import' },
  { path: '/repairs/due', at: '/repairs/due' },
  { path: '/repairs/inspections', at: '/repairs/inspections' },
  { path: '/repairs/equipment', at: '/repairs/equipment', opens: ['登记设备'] },
  { path: '/repairs/labels', at: '/repairs/labels?equipment=SB-S01-01&equipment=SB-S01-02' },
  { path: '/repairs/equipment/:equipment/label', at: '/repairs/equipment/SB-S01-01/label', empty: null },
  { path: '/repairs/plans', at: '/repairs/plans', opens: ['新建检查计划'] },
  { path: '/repairs/statistics', at: '/repairs/statistics?from=2024-01-01&until=2024-12-31' },
  { path: '/surveys/import', at: '/surveys/import' },
  { path: '/surveys/list/:survey/comparison', at: '/surveys/list/WJ2024-001/comparison', empty: null },
  { path: '/indicators', at: `/indicators${year}` },
  { path: '/indicators/grid', at: `/indicators/grid${year}` },
  { path: '/indicators/revisions', at: `/indicators/revisions${year}` },
  { path: '/indicators/revisions/new', at: `/indicators/revisions/new${year}` },
  { path: '/indicators/measures', at: `/indicators/measures${year}&code=Z03`, empty: `/indicators/measures${year}` },
  { path: '/indicators/import', at: `/indicators/import${year}` },
  { path: '/indicators/facts/:run/:code', at: '/indicators/facts/{run}/Z03', empty: null },
  { path: '/self-evaluation', at: `/self-evaluation${year}&code=Z03`, opens: ['评价', figure], empty: `/self-evaluation${year}` },
  { path: '/self-evaluation/runs', at: `/self-evaluation/runs${year}`, opens: ['评价'] },
  { path: '/self-evaluation/runs/:run', at: '/self-evaluation/runs/{run}', empty: null },
  { path: '/self-evaluation/comparison', at: '/self-evaluation/comparison', empty: '/self-evaluation/comparison' },
  { path: '/reports', at: `/reports${year}`, opens: ['生成文件', figure] },
]

/** A page's name in the file names of its pictures. */
export const nameOf = ({ path }: Seen) => path.slice(1).replaceAll(/[/:]+/g, '-')

/** Until the page shows all that it has to show. */
export async function openPage({ page }: Person, at: string): Promise<void> {
  await page.goto(at)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
}

/**
 * The same without loading the application anew, as a link inside it does: a third of the time. That every page opens at
 * its own address is asked once, with the example year.
 */
export async function goWithin({ page }: Person, at: string): Promise<void> {
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-before', '')
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }))
  }, at)
  // A page that is shown already, with other words in its address, keeps its heading.
  await page.waitForFunction(() => document.querySelector('h1:not([data-before])') !== null, null, { timeout: 2_000 }).catch(() => null)
  await settled(page)
}

/** The number of the example year's evaluation, which addresses name {run}. */
export async function latestRun({ page }: Person): Promise<string> {
  const runs = await page.evaluate(async () => (await (await fetch('/api/v1/indicators/years/2024/runs')).json()) as { items: { run: string }[] })
  return runs.items[0]?.run ?? ''
}
