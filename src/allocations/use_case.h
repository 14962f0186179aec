// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/allocations: what its use cases begin and end with.

#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "base/sm3.h"
#include "sql/connection.h"

namespace allocations {

inline base::Result<void> require(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "premises.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// Changes of one organisation come one after the other: numbers have no gap. That a room is given once is kept by
// the database itself.
inline void lock(sql::Connection& db, const base::OrgId& org)
{
    db.lock_until_commit(org.text() + " allocations");
}

inline base::Error unknown_unit(base::ErrorKind kind, const std::string& name)
{
    return {kind, "allocations.unit.unknown", {{"unit", name}}};
}

}  // namespace allocations
