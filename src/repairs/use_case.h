// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/repairs: what its use cases begin with.

#include <filesystem>
#include <string>

#include "base/actor.h"
#include "base/clock.h"
#include "base/content_store.h"
#include "base/result.h"
#include "repairs/store/order_store.h"
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

// The bare picture of a file. Refuses content.file.too_large, and what bare_picture refuses.
base::Result<std::string> picture_in(const std::filesystem::path& file);
// A bare picture under its digest in the data folder, not yet in the database.
Photo kept(const std::string& picture, const std::filesystem::path& data, const base::Clock& clock,
           const std::string& by);

// Whoever reports by a label, without a name.
inline constexpr const char* label_reporter = "扫码报修";
inline base::Actor label_actor(const base::OrgId& org)
{
    return {org, label_reporter, "label", {}, false};
}
// The id that a phone makes for its report: 32 hexadecimal digits.
bool is_report_id(const std::string& text);
inline constexpr Second label_span = 3'600;  // its limits are of an hour

}  // namespace repairs
