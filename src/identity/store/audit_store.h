// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "identity/audit.h"

namespace identity {

// The only code that reads or writes identity_audit, identity_audit_unsealed and identity_audit_seal.
class AuditStore {
public:
    explicit AuditStore(sql::Connection& db) : db_{db} {}

    // With its own digest, and on the list of those to be sealed.
    void add(const base::OrgId& org, const AuditRecord& record);
    std::vector<AuditRecord> list(const base::OrgId& org, const AuditFilter& filter) const;  // newest first
    std::string newest_id() const;                                                           // of all organisations

    std::vector<base::OrgId> with_unsealed() const;
    // Records on that list with the digest that was written with them, oldest first.
    std::vector<UnsealedRecord> waiting(const base::OrgId& org, int most) const;
    // The end of the chain; none when nothing is sealed.
    std::optional<Checkpoint> end_of_chain(const base::OrgId& org) const;
    void seal(const base::OrgId& org, const std::vector<SealedRecord>& links);

    void each_sealed(const base::OrgId& org, std::int64_t from_sequence,
                     const std::function<void(const SealedRecord&)>& visit) const;
    void each_unsealed(const base::OrgId& org, const std::function<void(const UnsealedRecord&)>& visit) const;
    // Ids on the list whose record is gone.
    std::vector<std::string> waiting_without_record(const base::OrgId& org) const;
    std::string id_at(const base::OrgId& org, std::int64_t sequence) const;  // empty when there is none

private:
    sql::Connection& db_;
};

}  // namespace identity
