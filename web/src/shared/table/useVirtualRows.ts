// SPDX-License-Identifier: Apache-2.0
import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export interface Window {
  /** The rows that exist in the page: from `first` up to, not including, `end`. */
  first: number
  end: number
  /** Pixels of the rows above and below that do not exist. */
  before: number
  after: number
}

const spare = 12

/** The rows in view and some more, so that scrolling meets no holes. */
export function windowOf(count: number, rowHeight: number, scrolled: number, viewHeight: number): Window {
  const first = Math.min(Math.max(0, Math.floor(scrolled / rowHeight) - spare), Math.max(0, count - 1))
  const end = Math.min(count, Math.ceil((scrolled + viewHeight) / rowHeight) + spare)
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight }
}

/** Which rows of a long table have to exist, while its frame is scrolled. Up to 100 rows all of them do. */
export function useVirtualRows(frame: Readonly<Ref<HTMLElement | null>>, count: Ref<number>, rowHeight: Ref<number>) {
  const scrolled = ref(0)
  const viewHeight = ref(600)
  const isVirtual = computed(() => count.value > 100)
  const window = computed<Window>(() =>
    isVirtual.value
      ? windowOf(count.value, rowHeight.value, scrolled.value, viewHeight.value)
      : { first: 0, end: count.value, before: 0, after: 0 })

  function look(): void {
    if (!frame.value) return
    scrolled.value = frame.value.scrollTop
    viewHeight.value = frame.value.clientHeight
  }

  let observer: ResizeObserver | null = null
  onMounted(() => {
    if (!frame.value) return
    observer = new ResizeObserver(look)
    observer.observe(frame.value)
    look()
  })
  onBeforeUnmount(() => observer?.disconnect())

  /** Scrolls so that a row stands free of the header above and of the last row below. */
  function reveal(row: number, header: number, footer: number): void {
    const element = frame.value
    if (!element) return
    const top = row * rowHeight.value
    const bottom = top + rowHeight.value
    if (top < element.scrollTop) element.scrollTop = top
    else if (bottom > element.scrollTop + element.clientHeight - header - footer) element.scrollTop = bottom - element.clientHeight + header + footer
    look()
  }

  return { window, isVirtual, look, reveal }
}
