// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "identity/core/role.h"
#include "sql/connection.h"

namespace identity {

using PersonId = base::Id<struct PersonTag>;
using SessionId = base::Id<struct SessionTag>;

// Who a session belongs to, and what that person may do now: read anew for every request, so that a change of rights
// counts from the next one.
struct Visitor {
    SessionId session;
    base::OrgId org;  // the home organisation
    std::string org_name;
    std::string org_path;
    PersonId person;
    std::string account;
    std::string name;
    std::optional<base::OrgId> section;
    std::string csrf;
    Rights rights;
    std::vector<HeldRole> roles;
    bool must_change_password = false;
    bool must_set_second_factor = false;
    std::int64_t seen_ms = 0;
};

// A session that was just opened: the only time that its token is known.
struct Opened {
    std::string token;
    Visitor visitor;
};

struct Origin {
    std::string address;
    std::string agent;
};

// Opaque tokens, kept as digests. A session ends after half an hour without a request and after twelve hours
// (OWASP ASVS 5.0, 7.3.1 and 7.3.2).
class Sessions {
public:
    Sessions(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // A code that opens one session of the person within the minutes given. Refuses identity.person.unknown.
    base::Result<std::string> issue_code(const base::Actor& actor, const PersonId& person, int minutes);
    // Refuses identity.code.not_valid: unknown, used or too old.
    base::Result<Opened> open_with_code(const std::string& code, const Origin& origin);

    // Refuses identity.session.none.
    base::Result<Visitor> find(const std::string& token) const;
    // Notes that the session is in use, at most once a minute.
    void touch(const Visitor& visitor);
    void close(const Visitor& visitor, const std::string& why);

private:
    base::Result<Opened> open(const base::OrgId& org, const PersonId& person, const Origin& origin, const char* how);

    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
