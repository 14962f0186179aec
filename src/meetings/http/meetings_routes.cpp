// SPDX-License-Identifier: Apache-2.0
// What stands when, as a timeline, a list, a calendar and numbers.
#include "meetings/http/meetings_routes.h"

#include <charconv>
#include <map>

#include "meetings/http/answers.h"

namespace meetings {

namespace {

constexpr std::int64_t most_days = 31;
constexpr std::int64_t most_seats = 100'000;

http::Response show_timeline(http::Context& context)
{
    http::Query query{context.request};
    const base::Date from = query.date("from").value_or(context.clock.today());
    const std::int64_t days = query.integer("days", 1, most_days).value_or(7);
    const std::string area = query.text("area");
    const std::int64_t seats = query.integer("seats", 0, most_seats).value_or(0);
    const std::string equipment = query.text("equipment");
    if (auto problem = query.problem()) return *std::move(problem);
    const Meetings meetings = meetings_of(context);
    boost::json::array rooms;
    std::set<std::string> shown;
    for (const Room& room : meetings.rooms(context.actor.org)) {
        const bool suits =
            (area.empty() || room.area == area) && room.seats >= seats && (equipment.empty() || room.has({equipment}));
        if (!suits) continue;
        shown.insert(room.code);
        rooms.push_back(room_json(room));
    }
    const Reader reader{context};
    const std::vector<Booking> bookings = meetings.between(context.actor.org, from, days);
    const std::set<std::string> clashes = clashing(bookings);
    boost::json::array blocks;
    for (const Booking& booking : bookings)
        if (booking.room && shown.contains(*booking.room) && (booking.is_open() || booking.stands()))
            blocks.push_back(block_json(booking, clashes.contains(booking.number), reader));
    return answer(
        200, {{"from", from.to_string()}, {"days", days}, {"rooms", std::move(rooms)}, {"blocks", std::move(blocks)}});
}

BookingFilter filter_of(http::Query& query, const http::Context& context)
{
    BookingFilter filter;
    filter.from = query.date("from");
    filter.until = query.date("until");
    filter.room = query.text("room");
    filter.state = query.word<State>("state", base::words_of(states));
    filter.kind = query.text("kind");
    filter.host = query.text("host");
    filter.size = query.word<Size>("size", base::words_of(sizes));
    filter.measure = query.word<Measure>("measure", base::words_of(measures));
    if (query.flag("own")) filter.asked_by = context.actor.name;
    filter.clashing = query.flag("clashing");
    return filter;
}

std::optional<BookingPlace> place_of(http::Query& query)
{
    const auto cursor = query.cursor(2);
    if (!cursor) return std::nullopt;
    BookingPlace place{0, cursor->back()};
    const std::string& written = cursor->front();
    const char* const end = written.data() + written.size();
    if (std::from_chars(written.data(), end, place.starts) == std::from_chars_result{end, {}}) return place;
    query.add("cursor", {base::ErrorKind::invalid, "request.cursor_malformed"});
    return std::nullopt;
}

http::Response list(http::Context& context)
{
    http::Query query{context.request};
    const BookingFilter filter = filter_of(query, context);
    const std::size_t limit = query.limit();
    const auto behind = place_of(query);
    if (auto problem = query.problem()) return *std::move(problem);
    const Meetings meetings = meetings_of(context);
    std::map<std::string, std::string> names;
    for (const Room& room : meetings.rooms(context.actor.org)) names[room.code] = room.name;
    const BookingPage page = meetings.booking_page(context.actor.org, filter, behind, limit);
    const Reader reader{context};
    boost::json::array items;
    for (const auto& [booking, is_clashing] : page.bookings)
        items.push_back(
            booking_json(booking, booking.room ? names[*booking.room] : std::string{}, is_clashing, reader));
    boost::json::object json{{"items", std::move(items)}, {"next", nullptr}, {"total", page.count}};
    if (page.has_next) {
        const Booking& last = page.bookings.back().booking;
        json["next"] = http::cursor_of({std::to_string(last.span.from), last.number});
    }
    return answer(200, json);
}

boost::json::array counts_json(const std::vector<Count>& counts)
{
    boost::json::array list;
    for (const Count& count : counts)
        list.push_back(boost::json::object{{"key", count.key},
                                           {"name", count.name},
                                           {"count", count.count},
                                           {"hours", hours_text(count.seconds)},
                                           {"attendees", count.attendees}});
    return list;
}

boost::json::array measures_json(const Statistics& found, const http::Context& context)
{
    const auto said = [&](const char* code) {
        const base::Error error{base::ErrorKind::invalid, code};
        return context.words ? context.words(error) : error.code;
    };
    return {boost::json::object{{"measure", "held"},
                                {"name", said("meetings.measure.held")},
                                {"definition", said("meetings.measure.held_says")},
                                {"count", found.held}},
            boost::json::object{{"measure", "for_leadership"},
                                {"name", said("meetings.measure.for_leadership")},
                                {"definition", said("meetings.measure.for_leadership_says")},
                                {"count", found.for_leadership}}};
}

http::Response show_statistics(http::Context& context)
{
    http::Query query{context.request};
    const base::Date until = query.date("until").value_or(context.clock.today());
    const base::Date from = query.date("from").value_or(base::Date::of(until.year(), 1, 1).value());
    if (until < from)
        query.add("until", {base::ErrorKind::invalid, "meetings.statistics.ends_before_start"});
    else if (until.days_since_1970() - from.days_since_1970() > 3'660)
        query.add("until", {base::ErrorKind::invalid, "meetings.statistics.too_long"});
    if (auto problem = query.problem()) return *std::move(problem);
    const Statistics found = meetings_of(context).statistics(context.actor.org, from, until);
    boost::json::array rooms;
    for (const RoomShare& share : found.rooms)
        rooms.push_back(boost::json::object{{"room", share.room},
                                            {"name", share.name},
                                            {"count", share.count},
                                            {"hours", hours_text(share.seconds)},
                                            {"open_hours", hours_text(share.open_seconds)},
                                            {"share", share_json(share.seconds, share.open_seconds)}});
    return answer(200, {{"from", from.to_string()},
                        {"until", until.to_string()},
                        {"measures", measures_json(found, context)},
                        {"by_month", counts_json(found.by_month)},
                        {"by_kind", counts_json(found.by_kind)},
                        {"by_size", counts_json(found.by_size)},
                        {"by_host", counts_json(found.by_host)},
                        {"rooms", std::move(rooms)},
                        {"own_venues", found.own_venues},
                        {"other_venues", found.other_venues},
                        {"own_share", share_json(found.own_venues, found.own_venues + found.other_venues)},
                        {"cancelled", found.cancelled},
                        {"no_show", found.no_show}});
}

}  // namespace

void add_meetings_routes(http::Router& router)
{
    const auto add = [&](const char* path, const char* operation, http::Response (*handle)(http::Context&)) {
        router.add({.path = path, .operation = operation, .permission = "meetings.read", .handle = handle});
    };
    add_room_routes(router);
    add("/api/v1/meetings/timeline", "getMeetingTimeline", show_timeline);
    add("/api/v1/meetings/bookings", "listBookings", list);
    add_booking_routes(router);
    add_service_routes(router);
    add_calendar_routes(router);
    add_file_routes(router);
    add("/api/v1/meetings/statistics", "getMeetingStatistics", show_statistics);
}

}  // namespace meetings
