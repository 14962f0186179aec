// SPDX-License-Identifier: Apache-2.0
/** The most cards of one sheet: the server takes no more at once. */
export const mostCards = 500

/** A whole number of cards as it is typed; null where it is none. */
export function countIn(typed: string): number | null {
  const count = /^\s*\d{1,5}\s*$/.test(typed) ? Number(typed) : 0
  return count >= 1 && count <= mostCards ? count : null
}

/** What the code on a card opens. The part behind # stays on the phone: it is in no request for a page and in no log of one. */
export const addressOf = (token: string, origin: string) => `${origin}/survey#${encodeURIComponent(token)}`
