// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue'

/** How many tasks wait for this person; null while nobody has counted them. */
export const todoCount = ref<number | null>(null)
