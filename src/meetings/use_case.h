// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings: what its use cases begin with.

#include <set>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "meetings/core/booking.h"
#include "meetings/core/place.h"
#include "meetings/core/room.h"
#include "meetings/core/service_notice.h"
#include "meetings/store/service_store.h"
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
    for (const std::string& room : rooms) db.lock_with_next(org.text() + " meetings " + room);
}

inline Asker asker_of(const base::Actor& actor)
{
    return actor.may("meetings.approve") ? Asker::approver : Asker::anybody;
}

// What is said, ticked, signed and told of one meeting comes one after the other. Taken after the rooms, where both
// are.
inline void lock_service(sql::Connection& db, const base::OrgId& org, const std::string& number)
{
    db.lock_with_next(org.text() + " meetings service " + number);
}

struct Doing {
    sql::Connection& db;
    const base::Clock& clock;
    const base::Actor& actor;
};

// In the transaction of the change: a notice for each whom it concerns, of the booking as it is now and its sheets
// before and after; who got one. Nothing where nothing changed (service_notices.cpp).
std::vector<Told> tell(const Doing& doing, const Booking& booking, const std::string& what,
                       const std::vector<FieldChange>& changes, const std::vector<ServiceSheet>& sheets);

}  // namespace meetings
