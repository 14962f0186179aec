// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "identity/identity.h"

namespace identity {

// The only code that reads or writes identity_org and identity_audit.
class OrganisationStore {
public:
    explicit OrganisationStore(sql::Connection& db) : db_{db} {}

    void add(const Organisation& organisation, std::int64_t at_ms);
    base::Result<Organisation> find(const base::OrgId& id) const;
    std::vector<Organisation> all() const;
    void add_audit(const base::OrgId& org, const AuditRecord& record);
    std::vector<AuditRecord> audit(const base::OrgId& org) const;

private:
    sql::Connection& db_;
};

}  // namespace identity
