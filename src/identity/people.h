// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "identity/core/role.h"
#include "identity/sessions.h"
#include "sql/connection.h"

namespace identity {

struct Person {
    PersonId id;
    std::string account;
    std::string name;
    std::optional<base::OrgId> section = {};
    bool is_active = true;
    bool has_password = false;
    bool has_second_factor = false;
    std::int64_t version = 1;
    std::vector<HeldRole> roles = {};
};

// The people of an organisation.
class People {
public:
    People(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Permission identity.people. Refuses identity.person.forbidden, .account_malformed, .account_taken, .name_empty.
    base::Result<Person> add(const base::Actor& actor, const Person& person);
    std::vector<Person> all(const base::OrgId& org) const;
    base::Result<Person> find(const base::OrgId& org, const PersonId& id) const;  // identity.person.unknown
    base::Result<Person> find_account(const base::OrgId& org, const std::string& account) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
