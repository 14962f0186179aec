// SPDX-License-Identifier: Apache-2.0
import { t as say } from './wordsOfFile'

/** “3 层”, “地下 1 层”. */
export const floorText = (floor: number) => (floor < 0 ? say('basement', { floor: -floor }) : say('floor', { floor }))
