// SPDX-License-Identifier: Apache-2.0
// A meeting room, from how it is typed to the server and back.
import type { Contract } from '@/shared/api/contract'
import type { RecordKind } from '@/shared/form/record'
import type { Room } from './meetings'
import { changeRoom, readRoom, recordRoom } from './queries'
import { emptyRoom, findingsOfRoom, labelsOfRoom, roomOf, shownOfRoom, typedRoom, type TypedRoom } from './room'

export const roomKind: RecordKind<Room, TypedRoom, Contract<'MeetingRoomChange'>> = {
  empty: emptyRoom, typed: typedRoom, change: roomOf, findings: findingsOfRoom, read: readRoom, write: changeRoom, record: recordRoom, labels: labelsOfRoom, shown: shownOfRoom,
}
