// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/id.h"
#include "sql/connection.h"

namespace identity {

// Who sent a request with an effect, and under which key.
struct ReplayKey {
    base::OrgId org;  // the sender's home
    std::string person;
    std::string key;

    friend auto operator<=>(const ReplayKey&, const ReplayKey&) = default;
};

// What was asked and answered.
struct Replay {
    std::string request_digest;
    int status = 0;
    std::string headers;  // as the gateway wrote them
    std::string body;
};

// Answers that are kept, so that a request that is sent again has its effect once
// (draft-ietf-httpapi-idempotency-key-header-07).
class Replays {
public:
    Replays(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    std::optional<Replay> find(const ReplayKey& key) const;
    // In the transaction of the effect. Throws SqlError, Violation::unique, when somebody was quicker.
    void add(const ReplayKey& key, const Replay& replay);
    // Those older than a week.
    void forget_old();

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace identity
