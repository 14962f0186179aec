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
#include "identity/identity.h"
#include "sql/connection.h"

namespace identity {

using PersonId = base::Id<struct PersonTag>;
using SessionId = base::Id<struct SessionTag>;

enum class OpenedBy { password, code };
std::string_view to_text(OpenedBy how);

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
    OpenedBy opened_by = OpenedBy::password;
    Rights rights;
    std::vector<HeldRole> roles;
    bool must_change_password = false;
    bool has_second_factor = false;
    std::int64_t seen_ms = 0;

    // A second factor is asked of the three administrators.
    bool must_set_second_factor() const { return rights.is_administrator && !has_second_factor; }
    Place home() const { return {org.text(), org_path}; }
    // How far the permission goes; no further than home when it is not held.
    Reach reach(const std::string& permission) const;
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

struct ListedSession {
    SessionId id;
    std::string account;
    std::string name;
    Origin origin;
    std::int64_t created_ms = 0;
    std::int64_t seen_ms = 0;
};

struct SessionFilter {
    std::string person = {};     // empty: of everybody
    std::string before_id = {};  // of the page before
    std::size_t most = 1'000'000;
};

// Opaque tokens, kept as digests. A session ends after half an hour without a request and after twelve hours
// (OWASP ASVS 5.0, 7.3.1 and 7.3.2).
class Sessions {
public:
    Sessions(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    // A code that opens one session of the person within the minutes given; codes from before are void. Who gets it in
    // a server has to set a new password with it. Permission identity.people; refuses identity.person.forbidden,
    // identity.person.unknown and identity.code.of_administrator (whose codes are made on the command line alone).
    base::Result<std::string> issue_code(const base::Actor& actor, const PersonId& person, int minutes);

    // Inside the transaction that records why it was opened. Refuses identity.session.none (the person is disabled).
    base::Result<Opened> open(const base::OrgId& org, const PersonId& person, const Origin& origin, OpenedBy how);

    // Refuses identity.session.none.
    base::Result<Visitor> find(const std::string& token) const;
    // Notes that the session is in use, at most once a minute.
    void touch(const Visitor& visitor);
    void close(const base::Actor& actor, const Visitor& visitor, const std::string& why);

    // Everybody's, inside the transaction that records why: after a restoration they are from another time.
    void close_all(const std::string& why);

    std::vector<ListedSession> list(const base::OrgId& org, const SessionFilter& filter) const;  // newest first
    // One's own, or with permission identity.sessions anybody's. Refuses identity.session.unknown.
    base::Result<void> revoke(const base::Actor& actor, const SessionId& id);

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

// A code, or a token: "<organisation>.<secret>". The organisation leads to the rows, the rest is kept as a digest.
struct TokenParts {
    base::OrgId org;
    std::string secret;
};
std::optional<TokenParts> parts_of(const std::string& token);

}  // namespace identity
