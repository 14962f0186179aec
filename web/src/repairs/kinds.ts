// SPDX-License-Identifier: Apache-2.0
// Equipment and plans, from how they are typed to the server and back.
import type { Contract } from '@/shared/api/contract'
import type { RecordKind } from '@/shared/form/record'
import { emptyEquipment, emptyPlan, equipmentOf, findingsOfEquipment, findingsOfPlan, labelsOfEquipment, labelsOfPlan, planOf, shownOf, typedEquipment, typedPlan, type TypedEquipment, type TypedPlan } from './equipment'
import { changeEquipment, changePlan, readEquipment, readPlan, recordEquipment, recordPlan } from './queries'
import type { Equipment, Plan } from './repairs'

export const equipmentKind: RecordKind<Equipment, TypedEquipment, Contract<'EquipmentChange'>> = {
  empty: emptyEquipment, typed: typedEquipment, change: equipmentOf, findings: findingsOfEquipment, read: readEquipment, write: changeEquipment, record: recordEquipment, labels: labelsOfEquipment, shown: shownOf,
}
export const planKind: RecordKind<Plan, TypedPlan, Contract<'InspectionPlanChange'>> = {
  empty: emptyPlan, typed: typedPlan, change: planOf, findings: findingsOfPlan, read: readPlan, write: changePlan, record: recordPlan, labels: labelsOfPlan, shown: shownOf,
}
