// SPDX-License-Identifier: Apache-2.0
// What the contract calls the things of these pages.
import type { Contract } from '@/shared/api/contract'

export type Compared = Contract<'ComparedUse'>
export type UnitRow = Contract<'AllocationUnitRow'>
export type UnitFile = Contract<'AllocationUnit'>
export type Standard = Contract<'AreaStandard'>
export type RankStandard = Standard['levels'][number]['ranks'][number]
export type RoomOfPerson = Contract<'PersonRoom'>
export type PersonArea = Contract<'PersonArea'>
export type Agreement = Contract<'Agreement'>
export type AgreementRow = Contract<'AgreementRow'>
export type AgreementPurpose = Contract<'AgreementPurpose'>
export type Publication = Contract<'Publication'>
