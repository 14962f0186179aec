// SPDX-License-Identifier: Apache-2.0
import { shallowRef } from 'vue'
import type { NewCorrection } from '@/shared/api/client'

interface Asked {
  /** What is closed, in the server's words. */
  says: string
  answer: (correction: NewCorrection | null) => void
}

/** The one correction that is asked for; CorrectionDialog shows it. */
export const askedCorrection = shallowRef<Asked | null>(null)

/** Asks why something closed changes, and waits; null when the person leaves it as it is. */
export function askCorrection(says: string): Promise<NewCorrection | null> {
  askedCorrection.value?.answer(null)
  return new Promise((resolve) => {
    askedCorrection.value = {
      says,
      answer(correction) {
        askedCorrection.value = null
        resolve(correction)
      },
    }
  })
}
