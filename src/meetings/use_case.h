// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings: what its use cases begin with.

#include <set>
#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "meetings/core/booking.h"
#include "meetings/core/room.h"
#include "sql/connection.h"

namespace meetings {

inline base::Result<void> require_permission(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "meetings.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// Of what changes in a room one comes after the other: numbers have no gap, and no two wait for each other. Rooms are
// locked in one order. That no two meetings overlap rests on meetings_booking_no_overlap and not on this.
inline void lock_rooms(sql::Connection& db, const base::OrgId& org, const std::set<std::string>& rooms)
{
    for (const std::string& room : rooms) db.lock_until_commit(org.text() + " meetings " + room);
}

// Whether somebody may have this room then (bookings.cpp). Refuses meetings.room.inactive,
// meetings.booking.too_many_people, .room_closed, .in_past.
base::Result<void> check_place(const base::Actor& actor, const Room& place, const Booking& booking, Second now);

}  // namespace meetings
