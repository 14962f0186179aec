// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "identity/core/audit_record.h"
#include "identity/core/org_kind.h"
#include "identity/core/role.h"
#include "sql/connection.h"
#include "sql/migration.h"

namespace identity {

std::span<const sql::Migration> migrations();

struct Organisation {
    base::OrgId id;
    std::string name;
    std::string region_code;  // GB/T 2260, six digits
    std::string region_name;
    OrgKind kind = OrgKind::unit;
    std::optional<base::OrgId> parent = {};
    std::string path = {};  // all from the top of the tree down to it: /a/b/
    std::int64_t version = 1;

    // A section is a part of its unit and stands where that stands: whoever reaches the unit reaches it, too.
    Place place() const;
};

// How far somebody's permission goes. The command line reaches everything.
struct Reach {
    std::string org = {};
    std::string path = {};
    Scope scope = Scope::all;

    bool covers(const Organisation& target) const { return reaches(scope, {org, path}, target.place()); }
};

// Refuses identity.org.name_empty and .region_not_six_digits.
base::Result<void> check(const Organisation& organisation);

// Call inside the transaction that makes the change.
void record(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, const Change& change);

// What changes of an organisation; what is absent stays.
struct OrganisationChange {
    std::optional<std::string> name = {};
    std::optional<std::string> region_code = {};
    std::optional<std::string> region_name = {};
    std::optional<base::OrgId> parent = {};  // an empty id moves it to the top
};

// The organisations of this installation.
class Organisations {
public:
    Organisations(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Below `parent`, if it names one; the path follows from it. Permission identity.orgs. Refuses
    // identity.org.forbidden, .name_taken, .name_empty, .region_not_six_digits, .unknown (the parent, or out of reach),
    // .top_forbidden (only who reaches everything changes the top of the tree) and .kind_below_kind.
    base::Result<Organisation> create(const base::Actor& actor, const Organisation& organisation,
                                      const Reach& reach = {});
    // Renames and moves; all below come along. Refuses what create() refuses, and identity.org.below_itself.
    base::Result<Organisation> change(const base::Actor& actor, const base::OrgId& id, const OrganisationChange& change,
                                      const Reach& reach = {});
    base::Result<Organisation> find(const base::OrgId& id) const;  // identity.org.unknown
    std::vector<Organisation> all() const;                         // by id

    // Newest last.
    std::vector<AuditRecord> audit(const base::OrgId& id) const;

private:
    base::Result<std::string> path_below(const std::optional<base::OrgId>& parent, OrgKind kind,
                                         const Reach& reach) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
