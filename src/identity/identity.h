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
#include "sql/connection.h"
#include "sql/migration.h"

namespace identity {

std::span<const sql::Migration> migrations();

enum class OrgKind { region, department, unit, section };

std::string_view to_text(OrgKind kind);  // the word in SQL and JSON
std::optional<OrgKind> org_kind_of(std::string_view text);

struct Organisation {
    base::OrgId id;
    std::string name;
    std::string region_code;  // GB/T 2260, six digits
    std::string region_name;
    OrgKind kind = OrgKind::unit;
    std::optional<base::OrgId> parent = {};
    std::string path = {};  // all from the top of the tree down to it: /a/b/
    std::int64_t version = 1;
};

// What one change was: exactly one of these is recorded per change, in its transaction.
struct Change {
    std::string action;   // budget.document.issue
    std::string subject;  // what was changed: 追加 东财示〔2024〕1号
    std::string detail;   // for people; an import says its row count and the digest of its list
    std::optional<std::string> before_digest = {};
    std::optional<std::string> after_digest = {};
};

struct AuditRecord {
    std::string id;
    std::int64_t at_ms = 0;
    std::string actor;
    std::string origin;
    Change change;
};

// Call inside the transaction that makes the change.
void record(sql::Connection& db, const base::Actor& actor, const base::Clock& clock, const Change& change);

// The organisations of this installation.
class Organisations {
public:
    Organisations(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Below `parent`, if it names one; the path follows from it. Permission identity.orgs. Refuses
    // identity.org.forbidden, .name_taken, .name_empty, .region_not_six_digits and .unknown (the parent).
    base::Result<Organisation> create(const base::Actor& actor, const Organisation& organisation);
    base::Result<Organisation> find(const base::OrgId& id) const;  // identity.org.unknown
    std::vector<Organisation> all() const;                         // by name

    // Newest last.
    std::vector<AuditRecord> audit(const base::OrgId& id) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
