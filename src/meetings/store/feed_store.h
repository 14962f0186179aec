// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "sql/connection.h"

namespace meetings {

using FeedId = base::Id<struct FeedTag>;

// A calendar that a program reads for somebody: of one room, or of the meetings that they asked for.
struct Feed {
    FeedId id = {};
    std::string person = {};
    std::string account = {};
    std::optional<std::string> room = {};
    std::int64_t made_ms = 0;
};

class FeedStore {
public:
    FeedStore(sql::Connection& db, base::OrgId org) : db_{db}, org_{std::move(org)} {}

    void add(const Feed& feed, const std::string& digest);
    // Those that are not revoked, the newest first.
    std::vector<Feed> of(const std::string& person) const;
    std::optional<Feed> find(const std::string& digest) const;
    // False where the person has no such feed.
    bool revoke(const std::string& person, const FeedId& id, std::int64_t now_ms);

private:
    std::vector<Feed> read(std::string_view condition, sql::Parameters more) const;

    sql::Connection& db_;
    base::OrgId org_;
};

}  // namespace meetings
