// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "identity/identity.h"

namespace identity {

// The only code that reads or writes identity_org.
class OrganisationStore {
public:
    explicit OrganisationStore(sql::Connection& db) : db_{db} {}

    void add(const Organisation& organisation, std::int64_t at_ms);
    base::Result<Organisation> find(const base::OrgId& id) const;
    std::vector<Organisation> all() const;
    // The oldest: where the administrators are at home, and where tries with unknown accounts are kept.
    std::optional<base::OrgId> first() const;
    // Name, region and parent as given.
    void change(const Organisation& organisation);
    // The paths of the organisation and of all below it, from `before` to `after`.
    void move(const std::string& before, const std::string& after);

private:
    sql::Connection& db_;
};

}  // namespace identity
