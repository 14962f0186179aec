// SPDX-License-Identifier: Apache-2.0
import { pages as allocations } from '@/allocations/pages'
import { pages as budget } from '@/budget/pages'
import { pages as check } from '@/check/pages'
import { pages as closing } from '@/closing/pages'
import { pages as desk } from '@/desk/pages'
import { pages as holdings } from '@/holdings/pages'
import { pages as identity } from '@/identity/pages'
import { pages as indicators } from '@/indicators/pages'
import { pages as runs } from '@/indicators/runs/pages'
import { pages as ledgers } from '@/ledgers/pages'
import { pages as meetings } from '@/meetings/pages'
import { pages as premises } from '@/premises/pages'
import { pages as repairs } from '@/repairs/pages'
import { pages as reports } from '@/reports/pages'
import type { Page } from '@/shared/page/page'
import { pages as surveys } from '@/surveys/pages'
import { pages as system } from '@/system/pages'

/** Every page of the application. A slice's pages come in with a line here and their first segment in pages.json. */
export const pages: readonly Page[] = [...desk, ...budget, ...ledgers, ...premises, ...allocations, ...holdings, ...meetings, ...repairs, ...surveys, ...indicators, ...runs, ...reports, ...check, ...closing, ...identity, ...system]
