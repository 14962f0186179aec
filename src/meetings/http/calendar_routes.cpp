// SPDX-License-Identifier: Apache-2.0
// Meetings as a calendar: a file for whoever is signed in, and feeds by a secret address.
#include <memory>

#include "base/instant.h"
#include "http/quota.h"
#include "meetings/core/calendar.h"
#include "meetings/feeds.h"
#include "meetings/http/answers.h"
#include "meetings/http/meetings_routes.h"

namespace meetings {

namespace {

constexpr std::int64_t days_before = 31;  // that a feed still shows
constexpr std::int64_t most_readings = 120;
constexpr std::int64_t most_tries = 60;

http::Response calendar_answer(const Meetings& meetings, const base::Actor& actor, Second now,
                               const BookingFilter& filter)
{
    std::map<std::string, std::string> names;
    for (const Room& room : meetings.rooms(actor.org)) names[room.code] = room.name;
    const Reader reader{actor, now};
    std::vector<CalendarEntry> entries;
    for (const Booking& booking : meetings.bookings(actor.org, filter)) {
        if (booking.state != State::approved) continue;
        const auto title = reader.title_of(booking);
        entries.push_back(
            {booking.number + "@" + actor.org.text(), booking.span, title.is_null() ? "会议室已占用" : booking.title,
             booking.room ? names[*booking.room] : booking.venue, booking.asked_ms / 1'000, booking.version});
    }
    http::Response response{.content_type = "text/calendar; charset=utf-8", .body = calendar_of(entries)};
    response.header("Content-Disposition", "attachment; filename=\"meetings.ics\"");
    return response;
}

http::Response show_calendar(http::Context& context)
{
    http::Query query{context.request};
    BookingFilter filter;
    filter.from = query.date("from").value_or(context.clock.today());
    filter.until = query.date("until");
    filter.room = query.text("room");
    if (auto problem = query.problem()) return *std::move(problem);
    return calendar_answer(meetings_of(context), context.actor, context.clock.seconds_since_1970(), filter);
}

// How often feeds are read, and how often addresses that lead nowhere are tried; of the whole server.
struct FeedGate {
    http::Quota readings{most_readings, http::hour_s};
    http::Quota tries{most_tries, http::hour_s};
};

http::Response too_often(const http::Quota& quota, std::int64_t now_s)
{
    return http::too_often({base::ErrorKind::conflict, "meetings.feed.too_often"}, quota.seconds_left(now_s));
}

http::Response show_feed(http::Context& context, FeedGate& gate)
{
    const Second now = context.clock.seconds_since_1970();
    const std::string& remote = context.request.remote;
    if (gate.tries.is_used_up(remote, now)) return too_often(gate.tries, now);
    const auto open = Feeds{context.db, context.clock}.open(context.part("secret"));
    http::Quota& quota = open ? gate.readings : gate.tries;
    if (!quota.admits(open ? open->feed.id.text() : remote, now)) return too_often(quota, now);
    if (!open) return http::problem(open.error());
    BookingFilter filter;
    filter.from = base::Date::from_days(context.clock.today().days_since_1970() - days_before);
    if (open->feed.room)
        filter.room = *open->feed.room;
    else
        filter.asked_by = open->reader.name;
    return calendar_answer(meetings_of(context), open->reader, now, filter);
}

boost::json::object feed_json(const Feed& feed)
{
    return {{"feed", feed.id.text()},
            {"room", text_json(feed.room.value_or(""))},
            {"made_at", base::instant_text(feed.made_ms)}};
}

http::Response list_feeds(http::Context& context)
{
    boost::json::array items;
    for (const Feed& feed : Feeds{context.db, context.clock}.of(context.actor)) items.push_back(feed_json(feed));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response make_feed(http::Context& context)
{
    http::Fields fields{context.request};
    const auto room = fields.optional_text("room", 60);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto made = Feeds{context.db, context.clock}.make(context.actor, room);
    if (!made) return refused(made.error());
    boost::json::object json = feed_json(made->feed);
    json["secret"] = made->secret;
    return answer(201, json);
}

http::Response revoke_feed(http::Context& context)
{
    const auto done = Feeds{context.db, context.clock}.revoke(context.actor, FeedId{context.part("feed")});
    if (!done) return http::problem(done.error());
    return list_feeds(context);
}

}  // namespace

void add_calendar_routes(http::Router& router)
{
    const char* const own = "/api/v1/meetings/own-feeds";
    router.add({.path = "/api/v1/meetings/calendar",
                .operation = "getMeetingCalendar",
                .permission = "meetings.read",
                .handle = show_calendar});
    router.add({.path = own, .operation = "listMeetingFeeds", .permission = "meetings.read", .handle = list_feeds});
    // Not kept to be answered again: the answer holds a secret.
    router.add({.method = http::Method::post,
                .path = own,
                .operation = "makeMeetingFeed",
                .permission = "meetings.read",
                .body = http::Body::json,
                .handle = make_feed});
    router.add({.method = http::Method::post,
                .path = "/api/v1/meetings/own-feeds/{feed}/revocation",
                .operation = "revokeMeetingFeed",
                .permission = "meetings.read",
                .guard = http::Guard::idempotency_key,
                .handle = revoke_feed});
    const auto gate = std::make_shared<FeedGate>();
    router.add({.path = "/api/v1/meetings/feeds/{secret}",
                .operation = "getMeetingFeed",
                .access = http::Access::open,
                .handle = [gate](http::Context& context) { return show_feed(context, *gate); }});
}

}  // namespace meetings
