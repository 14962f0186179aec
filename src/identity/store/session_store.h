// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "identity/sessions.h"

namespace identity {

struct StoredSession {
    std::string token_digest;
    SessionId id;
    PersonId person;
    std::string csrf;
    Origin origin;
    std::int64_t created_ms = 0;
};

// The only code that reads or writes identity_session and identity_code.
class SessionStore {
public:
    explicit SessionStore(sql::Connection& db) : db_{db} {}

    void add(const base::OrgId& org, const StoredSession& session);
    // Whom the session belongs to, when it has not ended, was seen since `seen_since_ms`, made since
    // `created_since_ms`, and its person is active. Without roles.
    std::optional<Visitor> find(const base::OrgId& org, const std::string& token_digest, std::int64_t seen_since_ms,
                                std::int64_t created_since_ms) const;
    void touch(const base::OrgId& org, const SessionId& id, std::int64_t at_ms);
    void end(const base::OrgId& org, const SessionId& id, std::int64_t at_ms, const std::string& why);

    void add_code(const base::OrgId& org, const std::string& digest, const PersonId& person, std::int64_t expires_ms);
    // Once: none when it is unknown, used or expired.
    std::optional<PersonId> use_code(const base::OrgId& org, const std::string& digest, std::int64_t at_ms);

private:
    sql::Connection& db_;
};

}  // namespace identity
