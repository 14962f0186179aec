// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/repairs: what its use cases begin with.

#include <filesystem>
#include <string>

#include "base/actor.h"
#include "base/content_store.h"
#include "base/result.h"
#include "sql/connection.h"

namespace repairs {

inline base::Result<void> require_permission(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "repairs.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// Numbers run without a gap, and reports without signing in are counted: of one organisation one comes after the other.
inline void lock_numbers(sql::Connection& db, const base::OrgId& org)
{
    db.lock_until_commit(org.text() + " repairs");
}

inline base::ContentStore photo_files(const std::filesystem::path& data)
{
    return base::ContentStore{data / "photos"};
}

}  // namespace repairs
