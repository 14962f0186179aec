// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations: what holds a room in the register.

#include "allocations/core/agreement.h"
#include "allocations/core/room_use.h"
#include "premises/core/room_hold.h"

namespace allocations {

inline premises::RoomHold hold_of(const RoomUse& use)
{
    return {use.building, use.room, premises::Holder::person, std::to_string(use.number)};
}

inline premises::RoomHold hold_of(const Agreement& agreement, const AgreedRoom& agreed)
{
    return {agreed.building, agreed.room, premises::Holder::agreement, agreement.number};
}

}  // namespace allocations
