// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "identity/checkpoint_file.h"
#include "identity/core/audit_chain.h"
#include "identity/core/audit_record.h"
#include "sql/connection.h"

namespace identity {

struct AuditFilter {
    std::string actor = {};   // an account
    std::string action = {};  // identity.session.open, or identity.session for all of its kind
    std::int64_t from_ms = 0;
    std::int64_t until_ms = std::numeric_limits<std::int64_t>::max();
    std::string before_id = {};  // of the page before
    std::size_t most = 50;
};

// What reading an organisation's records from the first to the last found.
struct Verification {
    base::OrgId org;
    std::int64_t sealed = 0;  // up to the fault, if there is one
    std::int64_t unsealed = 0;
    std::int64_t checkpoints = 0;
    std::optional<Fault> fault = {};
};

// The audit record (identity::record writes it) and the chain over it (docs/adr/0015).
class AuditTrail {
public:
    AuditTrail(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    std::vector<AuditRecord> list(const base::OrgId& org, const AuditFilter& filter) const;  // newest first
    // The same as a .csv text, oldest first; that it was taken out is recorded. Refuses identity.audit.too_many beyond
    // 50,000 records.
    base::Result<std::string> export_csv(const base::Actor& actor, AuditFilter filter);
    std::string newest_id() const;

    // Links what was recorded since the last time, for every organisation; how many records. One sealer at a time.
    std::int64_t seal();
    // Reads everything again. Nothing is locked, and what is recorded meanwhile does no harm.
    Verification verify(const base::OrgId& org, const CheckpointFile& file) const;
    // Of every organisation, also of those that only a checkpoint remembers.
    std::vector<Verification> verify_all(const CheckpointFile& file) const;

    // Seals, and notes the ends of the chains that moved since their last checkpoint outside the database. Not inside a
    // transaction: what is noted there has to stand here.
    std::vector<Checkpoint> checkpoint(const CheckpointFile& file);
    // The same because somebody asked for it: recorded. Permission audit.checkpoint; refuses identity.audit.forbidden.
    base::Result<std::vector<Checkpoint>> checkpoint(const base::Actor& actor, const CheckpointFile& file);

private:
    std::int64_t seal(const base::OrgId& org);
    Verification verify(const base::OrgId& org, const Checkpoints& known) const;
    std::optional<Fault> sealed_fault(const base::OrgId& org, ChainReader& reader) const;
    std::optional<Fault> unsealed_fault(const base::OrgId& org, std::int64_t& unsealed) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
