// SPDX-License-Identifier: Apache-2.0
import type { t } from './words'

type Word = Parameters<typeof t>[0]

/** What the keys do, as the help shows it. */
export const keys: Record<'keys_anywhere' | 'keys_tables', (readonly [readonly string[], Word])[]> = {
  keys_anywhere: [
    [['/'], 'key_search'],
    [['?'], 'key_help'],
    [['Ctrl+S'], 'key_save'],
    [['Tab'], 'key_tab'],
    [['Esc'], 'key_escape'],
  ],
  keys_tables: [
    [['↑', '↓', '←', '→'], 'key_arrows'],
    [['Enter'], 'key_enter'],
    [['F2'], 'key_edit'],
    [['Ctrl+C', 'Ctrl+V'], 'key_copy'],
    [['Ctrl+D'], 'key_fill'],
    [['Ctrl+Z', 'Ctrl+Y'], 'key_undo'],
  ],
}
