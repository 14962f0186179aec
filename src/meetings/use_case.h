// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings: what its use cases begin with.

#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "sql/connection.h"

namespace meetings {

inline base::Result<void> require_permission(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "meetings.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// Numbers run without a gap, and no two changes wait for each other. That no two meetings overlap rests on
// meetings_booking_no_overlap and not on this.
inline void lock_bookings(sql::Connection& db, const base::OrgId& org)
{
    db.lock_until_commit(org.text() + " meetings");
}

}  // namespace meetings
