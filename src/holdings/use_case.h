// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/holdings: what its use cases begin with.

#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "sql/connection.h"

namespace holdings {

inline base::Result<void> require_permission(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "holdings.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

inline void lock_holdings(sql::Connection& db, const base::OrgId& org)
{
    db.lock_until_commit(org.text() + " holdings");
}

}  // namespace holdings
