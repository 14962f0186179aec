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

// Refuses identity.person.account_malformed, .name_empty, identity.role.unknown and identity.grant.roles_exclude.
base::Result<void> check(const Person& person);

struct PersonFilter {
    std::string words = {};          // in the account or the name
    std::string after_account = {};  // of the page before
    std::size_t most = 1'000'000;
};

// What changes of a person; what is absent stays. An account never changes: it stands in audit records.
struct PersonChange {
    std::optional<std::string> name = {};
    std::optional<base::OrgId> section = {};  // an empty id takes the person out of every section
    std::optional<bool> is_active = {};
};

// The people of an organisation.
class People {
public:
    People(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // Roles count at once on the command line; in a server they are proposed. Permission identity.people. Refuses
    // identity.person.forbidden, .account_malformed, .account_taken, .name_empty, .section_unknown,
    // identity.role.unknown and identity.grant.roles_exclude.
    base::Result<Person> add(const base::Actor& actor, const Person& person);
    // Disabling ends every session. Refuses identity.person.forbidden, .unknown, .name_empty, .section_unknown and
    // .own_account (nobody disables themselves).
    base::Result<Person> change(const base::Actor& actor, const PersonId& id, const PersonChange& change);
    // After a lost telephone; the next sign-in sets up a new one. On the command line alone.
    base::Result<void> remove_second_factor(const base::Actor& actor, const PersonId& id);

    std::vector<Person> list(const base::OrgId& org, const PersonFilter& filter = {}) const;
    base::Result<Person> find(const base::OrgId& org, const PersonId& id) const;  // identity.person.unknown
    base::Result<Person> find_account(const base::OrgId& org, const std::string& account) const;

private:
    base::Result<void> check_section(const base::OrgId& org, const std::optional<base::OrgId>& section) const;

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
