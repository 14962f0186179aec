// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef } from 'vue'
import { areaOf, closed, lengthOf, type Place } from './plane'
import { decimals } from './text'
import { t } from './words'

export type MeasureKind = 'length' | 'area'

/** Measuring on the map: points one after the other, and what they come to. */
export function useMeasure() {
  const kind = ref<MeasureKind | null>(null)
  const places = shallowRef<readonly Place[]>([])

  function begin(next: MeasureKind | null): void {
    kind.value = next
    places.value = []
  }
  const add = (place: Place) => (places.value = [...places.value, place])
  const back = () => (places.value = places.value.slice(0, -1))
  const clear = () => (places.value = [])

  const says = computed(() => {
    const { length } = places.value
    if (kind.value === 'length' && length > 1) return t('length', { value: decimals(lengthOf(places.value)) })
    if (kind.value === 'area' && length > 2) return t('area', { value: decimals(areaOf(places.value)), around: decimals(lengthOf(closed(places.value))) })
    return t('points', { count: length })
  })
  return { kind, places, says, begin, add, back, clear }
}

export type Measure = ReturnType<typeof useMeasure>
