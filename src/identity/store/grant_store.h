// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/grants.h"

namespace identity {

// The only code that writes identity_grant, and reads it but for the roles that come with a session (session_store.h):
// every request asks for those.
class GrantStore {
public:
    explicit GrantStore(sql::Connection& db) : db_{db} {}

    void add(const base::OrgId& org, const Grant& grant);
    std::optional<Grant> find(const base::OrgId& org, const std::string& id) const;
    std::vector<Grant> list(const base::OrgId& org, const GrantFilter& filter) const;  // newest first
    std::vector<HeldRole> roles(const base::OrgId& org, const PersonId& person, GrantState state) const;
    // True when it was in `from` until now.
    bool decide(const base::OrgId& org, const Grant& decided);
    bool revoke(const base::OrgId& org, const Grant& revoked);

private:
    sql::Connection& db_;
};

}  // namespace identity
