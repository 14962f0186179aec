// SPDX-License-Identifier: Apache-2.0
#include "meetings/store/feed_store.h"

namespace meetings {

std::vector<Feed> FeedStore::read(std::string_view condition, sql::Parameters more) const
{
    constexpr std::string_view select = R"(
        SELECT feed, person, account, room, made_ms
          FROM meetings_feed
         WHERE org_id = :org_id AND revoked_ms IS NULL)";
    more.insert(more.begin(), {"org_id", org_});
    std::vector<Feed> feeds;
    for (const auto& row : db_.query(std::string{select} + std::string{condition} + " ORDER BY feed DESC", more))
        feeds.push_back({FeedId{row.text("feed")}, row.text("person"), row.text("account"), row.text_if("room"),
                         row.integer("made_ms")});
    return feeds;
}

void FeedStore::add(const Feed& feed, const std::string& digest)
{
    constexpr std::string_view insert = R"(
        INSERT INTO meetings_feed (org_id, feed, digest, person, account, room, made_ms)
        VALUES (:org_id, :feed, :digest, :person, :account, :room, :made_ms))";
    db_.execute(insert, {{"org_id", org_},
                         {"feed", feed.id},
                         {"digest", digest},
                         {"person", feed.person},
                         {"account", feed.account},
                         {"room", feed.room},
                         {"made_ms", feed.made_ms}});
}

std::vector<Feed> FeedStore::of(const std::string& person) const
{
    return read(" AND person = :person", {{"person", person}});
}

std::optional<Feed> FeedStore::find(const std::string& digest) const
{
    auto found = read(" AND digest = :digest", {{"digest", digest}});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool FeedStore::revoke(const std::string& person, const FeedId& id, std::int64_t now_ms)
{
    constexpr std::string_view update = R"(
        UPDATE meetings_feed
           SET revoked_ms = :now_ms
         WHERE org_id = :org_id AND feed = :feed AND person = :person AND revoked_ms IS NULL)";
    return db_.execute(update, {{"org_id", org_}, {"feed", id}, {"person", person}, {"now_ms", now_ms}}) == 1;
}

}  // namespace meetings
