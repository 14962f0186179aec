// SPDX-License-Identifier: Apache-2.0
// What two people said of the same building, as people read it.
import { areaSources, paperKinds, paperText, titleText, type TitleStatus } from './premises'
import type { TypedEstate } from './estate'
import { t } from './words'
import { t as sayFile } from './wordsOfFile'
import { t as say } from './wordsOfForms'

export const labelsOfEstate = (): Record<keyof TypedEstate, string> => ({
  code: t('code'), name: t('name'), unit: t('unit'), address: t('address'), parcel: t('parcel'), structure: sayFile('structure'), completed_on: sayFile('completed_on'),
  floors_above: say('floors_above'), floors_below: say('floors_below'), land_use: sayFile('land_use'), acquired_by: sayFile('acquired_by'), status: t('title_status'), reason: sayFile('reason'),
  holder: sayFile('holder'), certificate: sayFile('certificate'), unit_number: sayFile('unit_number'), registered_on: sayFile('registered_on'), areas: sayFile('areas'), papers: sayFile('papers'), note: t('note'),
})

const listed = (texts: string[]) => texts.join(t('list')) || t('none')

export function shownOfEstate(field: keyof TypedEstate, value: unknown): string {
  if (field === 'status') return titleText(value as TitleStatus)
  if (field === 'areas') {
    const areas = value as TypedEstate['areas']
    return listed(areaSources.filter((source) => areas[source].area_m2 !== '').map((source) => [t(`area_${source}`), areas[source].area_m2, areas[source].measured_on, areas[source].document].filter(Boolean).join(' ')))
  }
  if (field === 'papers') {
    const papers = value as TypedEstate['papers']
    return listed(paperKinds.flatMap((kind) => {
      const { state, number, dated_on, note } = papers[kind]
      return state === '' ? [] : [[paperText(kind), sayFile(`state_${state}`), number, dated_on, note].filter(Boolean).join(' ')]
    }))
  }
  return String(value) || t('none')
}
