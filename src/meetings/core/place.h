// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meetings/core/booking.h"
#include "meetings/core/room.h"

namespace meetings {

// Whoever approves may have a room at any hour and after the fact.
enum class Asker { anybody, approver };

// Whether somebody may have this room then. Refuses meetings.room.inactive {room}, meetings.booking.too_many_people
// {seats}, .room_closed {room, date}, .in_past.
base::Result<void> check_place(const Room& place, const Booking& booking, Second now, Asker asker);

}  // namespace meetings
