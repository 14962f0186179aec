// SPDX-License-Identifier: Apache-2.0
import { onBeforeUnmount } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { confirm } from './confirm'
import { t } from './words'

/** Asks before a page with unsaved changes is left; the browser asks in its own words before the window is closed. */
export function useLeaveGuard(wouldLose: () => boolean): void {
  onBeforeRouteLeave(async () => {
    if (!wouldLose()) return true
    return confirm({ title: t('leave_title'), says: t('leave_says'), action: t('leave_go'), stay: t('leave_stay'), isDangerous: true })
  })
  const beforeUnload = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault()
  }
  window.addEventListener('beforeunload', beforeUnload)
  onBeforeUnmount(() => window.removeEventListener('beforeunload', beforeUnload))
}
