// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/people.h"

namespace identity {

struct Grant {
    std::string id;
    PersonId person;
    HeldRole role;
    std::string state;  // proposed, active, refused, revoked
    std::string proposed_by;
    std::int64_t proposed_ms = 0;
    std::optional<std::string> decided_by = {};
    std::optional<std::int64_t> decided_ms = {};
};

// The only code that reads or writes identity_person, identity_account and identity_grant.
class PersonStore {
public:
    explicit PersonStore(sql::Connection& db) : db_{db} {}

    void add(const base::OrgId& org, const Person& person, std::int64_t at_ms);
    std::vector<Person> all(const base::OrgId& org) const;  // by account, with active roles
    std::optional<Person> find(const base::OrgId& org, const PersonId& id) const;
    // Of the whole installation.
    std::optional<std::pair<base::OrgId, PersonId>> find_account(const std::string& account) const;

    void add_grant(const base::OrgId& org, const Grant& grant);
    std::vector<HeldRole> roles(const base::OrgId& org, const PersonId& person) const;  // active ones

private:
    sql::Connection& db_;
};

}  // namespace identity
