// SPDX-License-Identifier: Apache-2.0
// A lease as it is typed, to the server and back.
import type { Contract } from '@/shared/api/contract'
import type { RecordKind } from '@/shared/form/record'
import type { Lease, LeaseKind } from './holdings'
import { readArea } from './leases'
import { addLease, changeLease, readLease } from './queries'
import { t } from './words'
import { t as say } from './wordsOfLeases'

export interface TypedLease {
  code: string
  party: string
  building: string
  address: string
  area_m2: string
  approval: string
  from: string
  until: string
  yearly_rent: string
  note: string
}
const empty = (): TypedLease => ({ code: '', party: '', building: '', address: '', area_m2: '', approval: '', from: '', until: '', yearly_rent: '', note: '' })
const typed = ({ code, party, building, address, area_m2, approval, from, until, yearly_rent, note }: Lease): TypedLease => ({ code, party, building: building ?? '', address: address ?? '', area_m2, approval, from, until, yearly_rent, note: note ?? '' })

const orNull = (text: string) => text.trim() || null
const changeOf = (kind: LeaseKind, { party, building, address, area_m2, approval, from, until, yearly_rent, note }: TypedLease): Contract<'LeaseChange'> => ({
  kind, party: party.trim(), building: orNull(building), address: orNull(address), area_m2: readArea(area_m2) ?? '', approval: approval.trim(), from, until, yearly_rent, note: orNull(note),
})

const findings = ({ code, party, building, address, area_m2, approval, from, until, yearly_rent }: TypedLease) => ({
  '/code': code.trim() === '' && say('code_missing'),
  '/party': party.trim() === '' && say('party_missing'),
  '/building': building.trim() === '' && address.trim() === '' && say('place_missing'),
  '/area_m2': readArea(area_m2) === null && say('area_missing'),
  '/approval': approval.trim() === '' && say('approval_missing'),
  '/from': from === '' && say('from_missing'),
  '/until': until === '' ? say('until_missing') : from !== '' && until < from && say('until_early'),
  '/yearly_rent': yearly_rent === '' && say('rent_missing'),
})

const labels = (kind: LeaseKind): Record<keyof TypedLease, string> => ({
  code: say('code'), party: say(`party_${kind}`), building: t('building'), address: say('address'), area_m2: t('area_m2'), approval: say('approval'), from: say('from'), until: say('until'), yearly_rent: say('yearly_rent'), note: t('note'),
})

export const leaseKind = (kind: LeaseKind): RecordKind<Lease, TypedLease, Contract<'LeaseChange'>> => ({
  empty, typed, change: (now) => changeOf(kind, now), findings, read: readLease, write: changeLease, record: addLease, labels: () => labels(kind),
})
