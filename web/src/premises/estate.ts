// SPDX-License-Identifier: Apache-2.0
// A building or a parcel as it is typed: empty texts for what nobody knows, one place for each source and each kind of paper.
import type { Contract } from '@/shared/api/contract'
import { fenOf, readMoney } from '@/shared/money'
import { areaSources, paperKinds, paperText, type AreaSource, type BuildingFile, type EstateKind, type PaperKind, type Parcel, type TitleStatus } from './premises'
import { t } from './words'
import { t as say } from './wordsOfForms'

type PaperState = Contract<'Paper'>['state']
export interface TypedArea {
  area_m2: string
  measured_on: string
  document: string
}
export interface TypedPaper {
  state: PaperState | ''
  number: string
  dated_on: string
  note: string
}
export interface TypedEstate {
  code: string
  name: string
  unit: string
  address: string
  parcel: string
  structure: string
  completed_on: string
  floors_above: string
  floors_below: string
  land_use: string
  acquired_by: string
  status: TitleStatus
  reason: string
  holder: string
  certificate: string
  unit_number: string
  registered_on: string
  areas: Record<AreaSource, TypedArea>
  papers: Record<PaperKind, TypedPaper>
  note: string
}

/** Land has no usable area: that is the rooms'. */
export const sourcesOf = (kind: EstateKind) => areaSources.filter((source) => kind === 'building' || source !== 'usable')

function each<Key extends string, T>(keys: readonly Key[], value: (key: Key) => T): Record<Key, T> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, T>
}

export function emptyEstate(): TypedEstate {
  return {
    code: '', name: '', unit: '', address: '', parcel: '', structure: '', completed_on: '', floors_above: '', floors_below: '', land_use: '', acquired_by: '',
    status: 'registered', reason: '', holder: '', certificate: '', unit_number: '', registered_on: '', note: '',
    areas: each(areaSources, () => ({ area_m2: '', measured_on: '', document: '' })),
    papers: each(paperKinds, () => ({ state: '', number: '', dated_on: '', note: '' })),
  }
}

export function typedEstate(file: BuildingFile | Parcel): TypedEstate {
  const { title } = file
  const own = 'floors' in file
    ? { parcel: file.parcel ?? '', structure: file.structure ?? '', completed_on: file.completed_on ?? '', floors_above: String(file.floors_above ?? ''), floors_below: String(file.floors_below ?? '') }
    : { land_use: file.land_use ?? '', acquired_by: file.acquired_by ?? '' }
  return {
    ...emptyEstate(), ...own, code: file.code, name: file.name, unit: file.unit ?? '', address: file.address ?? '', note: file.note ?? '',
    status: title.status, reason: title.reason ?? '', holder: title.holder ?? '', certificate: title.certificate ?? '', unit_number: title.unit_number ?? '', registered_on: title.registered_on ?? '',
    areas: each(areaSources, (source) => {
      const stated = file.areas.find((one) => one.source === source)
      return { area_m2: stated?.area_m2 ?? '', measured_on: stated?.measured_on ?? '', document: stated?.document ?? '' }
    }),
    papers: each(paperKinds, (kind) => {
      const paper = file.papers.find((one) => one.kind === kind)
      return { state: paper?.state ?? '', number: paper?.number ?? '', dated_on: paper?.dated_on ?? '', note: paper?.note ?? '' }
    }),
  }
}

const textOf = (typed: string) => typed.trim() || null
const wholeOf = (typed: string) => (typed.trim() === '' ? null : Number(typed))
const areaOf = (typed: string) => {
  const read = readMoney(typed)
  return 'amount' in read ? read.amount : ''
}

/** Where nothing is typed the source says nothing; the server keeps exactly what is sent. */
export function areasOf(typed: TypedEstate, kind: EstateKind): Contract<'NewStatedArea'>[] {
  return sourcesOf(kind).filter((source) => typed.areas[source].area_m2.trim() !== '').map((source) => {
    const { area_m2, measured_on, document } = typed.areas[source]
    return { source, area_m2: areaOf(area_m2), measured_on: textOf(measured_on), document: textOf(document) }
  })
}

function papersOf(typed: TypedEstate): Contract<'NewPaper'>[] {
  return paperKinds.flatMap((kind) => {
    const { state, number, dated_on, note } = typed.papers[kind]
    return state === '' ? [] : [{ kind, state, number: textOf(number), dated_on: textOf(dated_on), note: textOf(note) }]
  })
}

function commonOf(typed: TypedEstate, kind: EstateKind) {
  const { status } = typed
  return {
    name: typed.name.trim(), unit: textOf(typed.unit), address: textOf(typed.address), note: textOf(typed.note), areas: areasOf(typed, kind), papers: papersOf(typed),
    title: { status, reason: textOf(typed.reason), holder: textOf(typed.holder), certificate: textOf(typed.certificate), unit_number: textOf(typed.unit_number), registered_on: textOf(typed.registered_on) },
  }
}

export function buildingOf(typed: TypedEstate): Contract<'BuildingChange'> {
  return {
    ...commonOf(typed, 'building'), parcel: textOf(typed.parcel), structure: textOf(typed.structure), completed_on: textOf(typed.completed_on),
    floors_above: wholeOf(typed.floors_above), floors_below: wholeOf(typed.floors_below),
  }
}
export const parcelOf = (typed: TypedEstate): Contract<'ParcelChange'> => ({ ...commonOf(typed, 'parcel'), land_use: textOf(typed.land_use), acquired_by: textOf(typed.acquired_by) })

/** What is wrong with an area that was typed: of no source more than one thing is said. */
function findingOfAreas(typed: TypedEstate, kind: EstateKind): string | false {
  for (const source of sourcesOf(kind)) {
    const { area_m2, measured_on, document } = typed.areas[source]
    const read = readMoney(area_m2)
    const title = t(`area_${source}`)
    if ('amount' in read ? fenOf(read.amount) <= 0n : read.mistake !== 'empty') return say('area_wrong', { source: title })
    if (!('amount' in read) && (measured_on + document).trim() !== '') return say('area_without', { source: title })
  }
  return false
}

function findingOfPapers({ papers }: TypedEstate): string | false {
  const without = paperKinds.find((kind) => papers[kind].state === '' && (papers[kind].number + papers[kind].dated_on + papers[kind].note).trim() !== '')
  return without !== undefined && say('paper_without', { paper: paperText(without) })
}

const isWhole = (typed: string) => /^\s*\d{0,3}\s*$/.test(typed)

export function findingsOfEstate(typed: TypedEstate, kind: EstateKind): Record<string, string | false> {
  return {
    '/code': typed.code.trim() === '' && say('fill', { field: t('code') }),
    '/name': typed.name.trim() === '' && say('fill', { field: t('name') }),
    '/floors_above': !isWhole(typed.floors_above) && say('whole'),
    '/floors_below': !isWhole(typed.floors_below) && say('whole'),
    '/title/reason': typed.status === 'unregistered' && typed.reason.trim() === '' && say('reason_missing'),
    '/areas': findingOfAreas(typed, kind),
    '/papers': findingOfPapers(typed),
  }
}
