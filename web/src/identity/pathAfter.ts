// SPDX-License-Identifier: Apache-2.0

/** Only a path of ours: a link must not lead elsewhere after signing in. Null for anything else. */
export const pathAfter = (to: unknown): string | null => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : null)
