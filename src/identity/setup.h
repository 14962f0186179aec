// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "identity/doorkeeper.h"
#include "identity/sessions.h"

namespace identity {

struct NewAdministrator {
    std::string account;
    std::string name;
};

// What the first page asks for.
struct Founding {
    std::string unit;
    std::string region_code;
    std::string region_name;
    NewAdministrator sysadmin;
    NewAdministrator secadmin;
    NewAdministrator auditor;
};

// A code for each of the three, to sign in with and set a password: the only time that it is known.
struct Founded {
    struct Administrator {
        std::string role;
        std::string account;
        std::string code;
    };
    base::OrgId org;
    std::vector<Administrator> administrators;
    std::int64_t expires_ms = 0;  // of the codes
};

// The first unit and its three administrators, made once.
class FirstRun {
public:
    FirstRun(sql::Connection& db, const base::Clock& clock, Doorkeeper& door) : db_{db}, clock_{clock}, door_{door} {}

    // Until there is any account.
    bool is_needed() const;
    // Refuses identity.setup.done, .code_wrong (or too old), .accounts_alike, and what creating the unit and the people
    // refuses.
    base::Result<Founded> found(const std::string& code, const Founding& founding, const std::string& address);

private:
    base::Result<base::OrgId> unit_of(const Founding& founding, const base::Actor& founder);

    sql::Connection& db_;
    const base::Clock& clock_;
    Doorkeeper& door_;
};

}  // namespace identity
