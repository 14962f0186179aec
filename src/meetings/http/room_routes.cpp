// SPDX-License-Identifier: Apache-2.0
// Meeting rooms.
#include "meetings/core/time_text.h"
#include "meetings/http/answers.h"
#include "meetings/http/meetings_routes.h"

namespace meetings {

namespace {

std::int64_t minute_of(http::Fields& fields, std::string_view name)
{
    const std::string written = fields.text(name, 5);
    const auto minute = parse_minute(written);
    if (minute) return *minute;
    if (fields.has(name)) fields.add(name, minute.error());
    return 0;
}

Opening opening_of(http::Fields& fields)
{
    Opening opening;
    opening.weekdays.clear();
    auto inner = fields.object("opening");
    if (!inner) return opening;
    if (inner->has("weekdays")) {
        const boost::json::value weekdays = boost::json::parse(inner->json("weekdays"));
        // What is no list of whole numbers is no weekday either: 0 is refused by check(Room).
        if (!weekdays.is_array()) opening.weekdays.insert(0);
        if (weekdays.is_array())
            for (const boost::json::value& one : weekdays.get_array())
                opening.weekdays.insert(one.is_int64() ? static_cast<int>(one.get_int64()) : 0);
    }
    opening.from_minute = minute_of(*inner, "from");
    opening.until_minute = minute_of(*inner, "until");
    for (const std::string& text : inner->texts("closed_days")) {
        const auto day = base::Date::parse(text);
        if (day)
            opening.closed_days.insert(*day);
        else
            inner->add("closed_days", day.error());
    }
    return opening;
}

Room room_of(http::Fields& fields)
{
    Room room;
    room.name = fields.text("name", 100);
    room.area = fields.text("area", 100);
    room.seats = fields.integer("seats");
    room.equipment = fields.texts("equipment");
    room.layouts = fields.texts("layouts");
    room.opening = opening_of(fields);
    room.needs_approval = fields.flag("needs_approval");
    room.is_active = fields.flag("is_active");
    room.note = fields.optional_text("note", 500).value_or("");
    return room;
}

http::Response show(http::Context& context, const std::string& code, int status)
{
    const auto room = meetings_of(context).room(context.actor.org, code);
    return room ? answer(status, room_json(*room)) : http::problem(room.error());
}

http::Response list(http::Context& context)
{
    boost::json::array items;
    for (const Room& room : meetings_of(context).rooms(context.actor.org)) items.push_back(room_json(room));
    return answer(200, {{"items", std::move(items)}, {"next", nullptr}});
}

http::Response record(http::Context& context)
{
    http::Fields fields{context.request};
    std::string code = fields.text("code", 60);
    Room room = room_of(fields);
    room.code = std::move(code);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto done = meetings_of(context).record(context.actor, room);
    if (!done) return refused(done.error());
    tell(context, "rooms", room.code);
    return show(context, room.code, 201);
}

http::Response change(http::Context& context)
{
    http::Fields fields{context.request};
    Room room = room_of(fields);
    room.code = context.part("room");
    if (auto problem = fields.problem()) return *std::move(problem);
    Meetings meetings = meetings_of(context);
    const auto before = meetings.room(context.actor.org, room.code);
    if (!before) return http::problem(before.error());
    room.version = before->version;  // the precondition was held against it
    const auto done = meetings.change(context.actor, room);
    if (!done) return refused(done.error());
    tell(context, "rooms", room.code);
    return show(context, room.code, 200);
}

}  // namespace

void add_room_routes(http::Router& router)
{
    const char* const all = "/api/v1/meetings/rooms";
    const char* const one = "/api/v1/meetings/rooms/{room}";
    const auto show_one = [](http::Context& context) { return show(context, context.part("room"), 200); };
    router.add({.path = all, .operation = "listMeetingRooms", .permission = "meetings.read", .handle = list});
    router.add({.method = http::Method::post,
                .path = all,
                .operation = "recordMeetingRoom",
                .permission = "meetings.edit",
                .body = http::Body::json,
                .guard = http::Guard::idempotency_key,
                .handle = record});
    router.add({.path = one, .operation = "getMeetingRoom", .permission = "meetings.read", .handle = show_one});
    router.add({.method = http::Method::put,
                .path = one,
                .operation = "changeMeetingRoom",
                .permission = "meetings.edit",
                .body = http::Body::json,
                .guard = http::Guard::if_match,
                .handle = change});
}

}  // namespace meetings
