// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "identity/sessions.h"

namespace identity {

struct StoredSession {
    std::string token_digest;
    SessionId id;
    PersonId person;
    std::string csrf;
    Origin origin;
    OpenedBy opened_by = OpenedBy::password;
    std::int64_t created_ms = 0;
};

// The times between which a session counts.
struct SessionWindow {
    std::int64_t seen_since_ms = 0;
    std::int64_t created_since_ms = 0;
    std::int64_t until_ms = 0;  // one from the future was made before somebody set the clock back
};

// The only code that reads or writes identity_session and identity_code.
class SessionStore {
public:
    explicit SessionStore(sql::Connection& db) : db_{db} {}

    void add(const base::OrgId& org, const StoredSession& session);
    // Whom the session belongs to, when it has not ended, is within the window and its person is active. Without roles.
    std::optional<Visitor> find(const base::OrgId& org, const std::string& token_digest, const SessionWindow& window,
                                std::int64_t now_ms) const;
    // Those that could still be used, newest first; of one person, or of all.
    std::vector<ListedSession> list(const base::OrgId& org, const SessionFilter& filter,
                                    const SessionWindow& window) const;
    std::optional<PersonId> owner(const base::OrgId& org, const SessionId& id) const;
    void touch(const base::OrgId& org, const SessionId& id, std::int64_t at_ms);
    // False when it had ended before.
    bool end(const base::OrgId& org, const SessionId& id, std::int64_t at_ms, const std::string& why);
    std::int64_t end_all(const base::OrgId& org, const PersonId& person, std::int64_t at_ms, const std::string& why);
    void end_everybodys(std::int64_t at_ms, const std::string& why);  // of every organisation

    void add_code(const base::OrgId& org, const std::string& digest, const PersonId& person, std::int64_t expires_ms);
    // Once: none when it is unknown, used or expired.
    std::optional<PersonId> use_code(const base::OrgId& org, const std::string& digest, std::int64_t at_ms);
    // Whose it is, while it can be used.
    std::optional<PersonId> find_code(const base::OrgId& org, const std::string& digest, std::int64_t at_ms) const;
    void void_codes(const base::OrgId& org, const PersonId& person, std::int64_t at_ms);

private:
    sql::Connection& db_;
};

}  // namespace identity
