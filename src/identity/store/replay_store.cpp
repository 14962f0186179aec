// SPDX-License-Identifier: Apache-2.0
// The only code that reads or writes identity_replay.
#include "identity/replays.h"

namespace identity {

namespace {

constexpr std::int64_t kept_ms = std::int64_t{7} * 24 * 3600 * 1000;

}  // namespace

std::optional<Replay> Replays::find(const ReplayKey& key) const
{
    constexpr std::string_view one = R"(
        SELECT request_digest, status, headers, body
          FROM identity_replay
         WHERE org_id = :org_id AND person_id = :person_id AND key = :key)";
    const auto rows = db_.query(one, {{"org_id", key.org}, {"person_id", key.person}, {"key", key.key}});
    if (rows.empty()) return std::nullopt;
    const sql::Row& row = rows.front();
    return Replay{row.text("request_digest"), static_cast<int>(row.integer("status")), row.text("headers"),
                  row.text("body")};
}

void Replays::add(const ReplayKey& key, const Replay& replay)
{
    constexpr std::string_view insert = R"(
        INSERT INTO identity_replay (org_id, person_id, key, request_digest, status, headers, body, answered_ms)
        VALUES (:org_id, :person_id, :key, :request_digest, :status, :headers, :body, :answered_ms))";
    db_.execute(insert, {{"org_id", key.org},
                         {"person_id", key.person},
                         {"key", key.key},
                         {"request_digest", replay.request_digest},
                         {"status", replay.status},
                         {"headers", replay.headers},
                         {"body", replay.body},
                         {"answered_ms", clock_.milliseconds_since_1970()}});
}

void Replays::forget_old()
{
    db_.execute("DELETE FROM identity_replay WHERE answered_ms < :before",
                {{"before", clock_.milliseconds_since_1970() - kept_ms}});
}

}  // namespace identity
