// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount, shallowRef } from 'vue'
import type { Grip, Place } from './moves'
import type { Shown } from './shown'

/** Fewer pixels than this are a click. */
const least = 4

export interface Drag {
  /** null: a new place is drawn. */
  item: Shown | null
  grip: Grip
  pressed: Place
  place: Place
}

/**
 * The pointer on a timeline: `placeOf` says what it makes of where it is now. A finger scrolls and taps; it never drags, so that
 * nothing is moved by scrolling.
 */
export function useDrag(grid: { placeOf: (drag: Drag, event: PointerEvent) => Place | null; drop: (drag: Drag) => void }) {
  const drag = shallowRef<Drag | null>(null)
  let begun: { drag: Drag; x: number; y: number } | null = null
  /** The click that follows the end of a drag is none. */
  let wasDragged = false

  function follow(event: PointerEvent): void {
    if (!begun || (!drag.value && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < least)) return
    const place = grid.placeOf(drag.value ?? begun.drag, event)
    if (place) drag.value = { ...begun.drag, place }
  }
  function stop(): void {
    begun = null
    drag.value = null
    document.removeEventListener('pointermove', follow)
    document.removeEventListener('pointerup', end)
    document.removeEventListener('keydown', cancel, true)
  }
  function end(): void {
    const done = drag.value
    stop()
    wasDragged = done !== null
    if (done) grid.drop(done)
  }
  function cancel(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    stop()
  }
  function press(event: PointerEvent, item: Shown | null, grip: Grip, pressed: Place): void {
    wasDragged = false
    if (event.button !== 0 || event.pointerType === 'touch' || (item && !item.isMovable)) return
    begun = { drag: { item, grip, pressed, place: pressed }, x: event.clientX, y: event.clientY }
    document.addEventListener('pointermove', follow)
    document.addEventListener('pointerup', end)
    document.addEventListener('keydown', cancel, true)
  }
  onBeforeUnmount(stop)
  return { drag, press, isClick: () => !wasDragged }
}
