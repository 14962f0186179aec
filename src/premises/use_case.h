// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises: what its use cases begin and end with.

#include <string>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "base/sm3.h"
#include "premises/core/estate.h"
#include "sql/connection.h"

namespace premises {

inline base::Result<void> require(const base::Actor& actor, const std::string& permission)
{
    if (actor.may(permission)) return {};
    return base::fail(base::ErrorKind::forbidden, "premises.actor.not_permitted",
                      {{"actor", actor.name}, {"permission", permission}});
}

// Changes of one organisation's register come one after the other: records name each other.
inline void lock_register(sql::Connection& db, const base::OrgId& org)
{
    db.lock_until_commit(org.text() + " premises");
}

inline base::Error unknown(EstateKind kind, const std::string& code)
{
    if (kind == EstateKind::parcel) return {base::ErrorKind::not_found, "premises.parcel.unknown", {{"parcel", code}}};
    return {base::ErrorKind::not_found, "premises.building.unknown", {{"building", code}}};
}

// What a request names in its body and is not there: a rule about a value, not a page that is missing.
inline base::Error named_unknown(EstateKind kind, const std::string& code)
{
    base::Error error = unknown(kind, code);
    error.kind = base::ErrorKind::invalid;
    return error;
}

inline std::string digest_of_cells(const std::vector<std::string>& cells)
{
    base::Sm3 digest;
    for (const std::string& cell : cells) digest.add_field(cell);
    return digest.finish();
}

// What a parcel or a building says, its areas and papers included.
std::string digest_of(const Estate& estate);

}  // namespace premises
