// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"

namespace identity {

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

// SM3 over every field of the record, its organisation and its id included.
std::string digest_of(const base::OrgId& org, const AuditRecord& record);

// Records of one organisation are linked in the order in which they were sealed: each link is
// SM3(link before ‖ digest of the record), and the first one stands on a text that names the organisation.
std::string first_link(const base::OrgId& org);
std::string next_link(const std::string& before, const std::string& record_digest);

}  // namespace identity
