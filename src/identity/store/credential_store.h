// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/core/lockout.h"
#include "identity/sessions.h"

namespace identity {

// What a person signs in with. None of it leaves the slice.
struct Credentials {
    base::OrgId org;
    PersonId person;
    std::string account;
    std::string name;
    std::string org_name;
    bool is_active = false;
    std::optional<std::string> password = {};      // a hash
    std::optional<std::string> totp_secret = {};   // sealed
    std::optional<std::string> totp_pending = {};  // sealed
    std::int64_t totp_last_step = 0;
};

// The only code that reads or writes the secrets in identity_person, identity_past_password and identity_failure.
class CredentialStore {
public:
    explicit CredentialStore(sql::Connection& db) : db_{db} {}

    std::optional<Credentials> find(const base::OrgId& org, const PersonId& person) const;

    // False when somebody else changed it meanwhile.
    bool set_password(const Credentials& before, const std::string& hash, std::int64_t at_ms,
                      std::optional<std::int64_t> expires_ms);
    void rehash(const Credentials& before, const std::string& hash);
    void add_past_password(const Credentials& of, const std::string& hash, std::int64_t at_ms);
    std::vector<std::string> past_passwords(const base::OrgId& org, const PersonId& person, int most) const;
    void require_change(const base::OrgId& org, const PersonId& person);

    void set_pending_secret(const base::OrgId& org, const PersonId& person, const std::string& sealed);
    // The pending one becomes the one.
    void set_secret(const base::OrgId& org, const PersonId& person, const std::string& sealed, std::int64_t step);
    void remove_secret(const base::OrgId& org, const PersonId& person);
    // False when that step, or a later one, was used before.
    bool use_step(const base::OrgId& org, const PersonId& person, std::int64_t step);

    Tries tries(const std::string& account) const;
    void set_tries(const std::string& account, const Tries& tries);
    void forget_tries(const std::string& account);
    void forget_tries_before(std::int64_t last_ms);

private:
    sql::Connection& db_;
};

}  // namespace identity
