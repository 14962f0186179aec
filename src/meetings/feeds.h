// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/actor.h"
#include "base/clock.h"
#include "base/result.h"
#include "meetings/store/feed_store.h"
#include "sql/connection.h"

namespace meetings {

inline constexpr std::size_t most_feeds = 20;  // of one person

// A feed that was just made: the only time that its secret is known, "<organisation>.<32 hexadecimal digits>".
struct MadeFeed {
    Feed feed = {};
    std::string secret = {};
};

// A feed as somebody reads it.
struct OpenFeed {
    Feed feed = {};
    base::Actor reader;  // its person, with the rights of this moment
};

// Calendars by a secret address, for programs that cannot sign in. Whoever has the address reads as its person does,
// and nothing once that person may not.
class Feeds {
public:
    Feeds(sql::Connection& db, const base::Clock& clock) : db_{db}, clock_{clock} {}

    std::vector<Feed> of(const base::Actor& actor) const;  // one's own
    // Of a room, or without one of the meetings that the person asked for. One audit record. Refuses
    // meetings.actor.not_permitted (meetings.read), meetings.feed.nobody (the command line),
    // .of_another_organisation, .too_many {most} and meetings.room.unknown.
    base::Result<MadeFeed> make(const base::Actor& actor, const std::optional<std::string>& room);
    // From then on its address leads nowhere. One audit record. Refuses meetings.feed.unknown.
    base::Result<void> revoke(const base::Actor& actor, const FeedId& id);

    // Refuses meetings.feed.unknown, whatever the reason: there is no such feed, it was revoked, its person is
    // disabled or may no longer see meetings.
    base::Result<OpenFeed> open(const std::string& secret) const;

private:
    sql::Connection& db_;
    const base::Clock& clock_;
};

}  // namespace meetings
