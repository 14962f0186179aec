// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef, watch } from 'vue'
import { dayOf } from '@/meetings/time'
import { t as say } from '@/meetings/wordsOfTimeline'
import { firstPlace, isSame, keyed, standingAt, type Field, type Place, type Scale } from './moves'
import { heldText, inTheWay, placeText, type Shown } from './shown'

interface Held {
  item: Shown
  place: Place
}

/**
 * The keyboard on the timeline: a cursor that goes over rooms and times, and a booking that it takes up (Space), moves and sets
 * down (Enter). Every step says where it is and what is there, for the live region.
 */
export function useCursor(grid: {
  field: () => Field
  scale: Scale
  items: () => readonly Shown[]
  nameOf: (room: string) => string
  open: (item: Shown) => void
  create: (place: Place) => void
  move: (item: Shown, place: Place) => void
}) {
  const chosen = shallowRef<Place | null>(null)
  const held = shallowRef<Held | null>(null)
  const said = ref('')
  const isHere = ({ room, from }: Place) => grid.field().rooms.includes(room) && grid.field().days.includes(dayOf(from))
  const cursor = computed(() => (chosen.value && isHere(chosen.value) ? chosen.value : firstPlace(grid.field())))
  const standing = computed(() => standingAt(cursor.value, grid.items()))

  const tell = () => (said.value = placeText(cursor.value, grid.nameOf(cursor.value.room), standing.value))
  function tellHeld({ item, place }: Held): void {
    said.value = heldText(item, place, grid.nameOf(place.room), inTheWay(place, grid.items(), item.id))
  }

  function take(): void {
    const item = standing.value
    if (!item) return
    if (!item.isMovable) {
      said.value = say('not_yours')
      return
    }
    held.value = { item, place: { room: item.room, from: item.from, until: item.until } }
    tellHeld(held.value)
  }
  function letGo(): void {
    held.value = null
    said.value = say('let_go')
  }
  function setDown({ item, place }: Held): void {
    chosen.value = place
    held.value = null
    if (!isSame(place, item)) grid.move(item, place)
    else tell()
  }

  function withHeld(now: Held, event: KeyboardEvent): boolean {
    if (event.key === 'Enter' || event.key === ' ') setDown(now)
    else if (event.key === 'Escape') letGo()
    else {
      const place = event.ctrlKey ? null : keyed(now.place, event, grid.scale, grid.field())
      if (!place) return false
      held.value = { ...now, place }
      tellHeld(held.value)
    }
    return true
  }
  function withCursor(event: KeyboardEvent): boolean {
    if (event.key === 'Enter') {
      if (standing.value) grid.open(standing.value)
      else grid.create(cursor.value)
    } else if (event.key === ' ') take()
    else {
      const place = keyed(cursor.value, event, grid.scale, grid.field(), grid.items())
      if (!place) return false
      chosen.value = place
      tell()
    }
    return true
  }
  function onKey(event: KeyboardEvent): void {
    const isOurs = held.value ? withHeld(held.value, event) : withCursor(event)
    if (isOurs) event.preventDefault()
  }
  const point = (place: Place) => (chosen.value = place)
  // What is being moved may have been moved or cancelled by somebody else meanwhile.
  watch(grid.items, (items) => {
    if (held.value && !items.some(({ id }) => id === held.value?.item.id)) letGo()
  })
  return { cursor, standing, held, said, onKey, point, tell }
}
