// SPDX-License-Identifier: Apache-2.0
#include "meetings/feeds.h"

#include "base/random.h"
#include "base/sm3.h"
#include "identity/identity.h"
#include "identity/people.h"
#include "meetings/meetings.h"
#include "meetings/use_case.h"

namespace meetings {

using base::ErrorKind;

namespace {

constexpr std::size_t secret_bytes = 16;

tl::unexpected<base::Error> unknown_feed()
{
    return base::fail(ErrorKind::not_found, "meetings.feed.unknown");
}

}  // namespace

std::vector<Feed> Feeds::of(const base::Actor& actor) const
{
    return FeedStore{db_, actor.org}.of(actor.person);
}

base::Result<MadeFeed> Feeds::make(const base::Actor& actor, const std::optional<std::string>& room)
{
    TRY(require_permission(actor, "meetings.read"));
    if (actor.person.empty()) return base::fail(ErrorKind::conflict, "meetings.feed.nobody");
    // Who reads a feed is looked up where the feed is.
    if (actor.home != actor.org) return base::fail(ErrorKind::conflict, "meetings.feed.of_another_organisation");
    const Meetings meetings{db_, clock_};
    if (room) TRY(meetings.room(actor.org, *room));
    const std::string secret = base::random_hex(secret_bytes);
    const Feed feed{base::new_id<FeedTag>(clock_), actor.person, actor.name, room, clock_.milliseconds_since_1970()};
    sql::Transaction transaction{db_};
    db_.lock_until_commit(actor.org.text() + " meetings feeds " + actor.person);
    FeedStore store{db_, actor.org};
    if (store.of(actor.person).size() >= most_feeds)
        return base::fail(ErrorKind::conflict, "meetings.feed.too_many", {{"most", std::to_string(most_feeds)}});
    store.add(feed, base::sm3(secret));
    identity::record(db_, actor, clock_, {"meetings.feed.make", feed.id.text(), room.value_or("")});
    transaction.commit();
    return MadeFeed{feed, actor.org.text() + "." + secret};
}

base::Result<void> Feeds::revoke(const base::Actor& actor, const FeedId& id)
{
    sql::Transaction transaction{db_};
    if (!FeedStore{db_, actor.org}.revoke(actor.person, id, clock_.milliseconds_since_1970())) return unknown_feed();
    identity::record(db_, actor, clock_, {"meetings.feed.revoke", id.text(), ""});
    transaction.commit();
    return {};
}

base::Result<OpenFeed> Feeds::open(const std::string& secret) const
{
    const auto parts = identity::parts_of(secret);
    if (!parts) return unknown_feed();
    const auto feed = FeedStore{db_, parts->org}.find(base::sm3(parts->secret));
    if (!feed) return unknown_feed();
    const auto person = identity::People{db_, clock_}.find(parts->org, identity::PersonId{feed->person});
    const auto home = identity::Organisations{db_, clock_}.find(parts->org);
    if (!person || !person->is_active || !home) return unknown_feed();
    base::Actor reader{parts->org, person->account, "feed"};
    reader.permissions = identity::permissions_at(identity::rights_of(person->roles), home->place(), home->place());
    if (!reader.may("meetings.read")) return unknown_feed();
    reader.person = feed->person;
    reader.home = parts->org;
    return OpenFeed{*feed, std::move(reader)};
}

}  // namespace meetings
