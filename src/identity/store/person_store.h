// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "identity/people.h"

namespace identity {

// The only code that reads or writes identity_person (but for its secrets: CredentialStore) and identity_account.
class PersonStore {
public:
    explicit PersonStore(sql::Connection& db) : db_{db} {}

    void add(const base::OrgId& org, const Person& person, std::int64_t at_ms);
    std::vector<Person> list(const base::OrgId& org,
                             const PersonFilter& filter) const;                    // by account, with active roles
    std::optional<Person> find(const base::OrgId& org, const PersonId& id) const;  // with active roles
    // Of the whole installation.
    std::optional<std::pair<base::OrgId, PersonId>> find_account(const std::string& account) const;
    bool is_anybody_there() const;
    // Name, section and whether they are active.
    void change(const base::OrgId& org, const Person& person);

private:
    sql::Connection& db_;
};

}  // namespace identity
