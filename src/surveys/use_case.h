// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/surveys: what its use cases begin with.

#include <string>

#include "base/actor.h"
#include "base/result.h"
#include "sql/connection.h"

namespace surveys {

inline base::Result<void> require_permission(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "surveys.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// Numbers run without a gap: of one organisation one comes after the other.
inline void lock_numbers(sql::Connection& db, const base::OrgId& org)
{
    db.lock_until_commit(org.text() + " surveys");
}

inline std::string name_of_lock(const base::OrgId& org, const std::string& survey)
{
    return org.text() + " surveys " + survey;
}

}  // namespace surveys
