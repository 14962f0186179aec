// SPDX-License-Identifier: Apache-2.0
import { shallowRef } from 'vue'

export interface Question {
  title: string
  /** What will happen, with exact counts: “将删除 12 条记录，金额合计 3,400.00 元”. */
  says: string
  /** The verb on the button: 删除, 红冲. */
  action: string
  /** Cannot be taken back. */
  isDangerous?: boolean
  /** The button that does nothing; 取消 when not given. */
  stay?: string
}

interface Asked extends Question {
  answer: (isYes: boolean) => void
}

/** The one question that is open; ConfirmDialog in the shell shows it. */
export const asked = shallowRef<Asked | null>(null)

/** Asks and waits. A question that comes while another is open answers that one with no. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer(isYes) {
        asked.value = null
        resolve(isYes)
      },
    }
  })
}
