// SPDX-License-Identifier: Apache-2.0
// Bookings: asked for, decided, moved, ended.
#include <variant>

#include "base/instant.h"
#include "meetings/http/answers.h"
#include "meetings/http/meetings_routes.h"

namespace meetings {

namespace {

std::string name_of_room(const Meetings& meetings, const base::OrgId& org, const Booking& booking)
{
    const auto room = booking.room ? meetings.room(org, *booking.room) : base::Result<Room>{Room{}};
    return room ? room->name : std::string{};
}

http::Response show(http::Context& context, const std::string& number, int status)
{
    const Meetings meetings = meetings_of(context);
    const auto file = meetings.booking(context.actor.org, number);
    if (!file) return http::problem(file.error());
    const Reader reader{context};
    boost::json::array clashes;
    for (const Booking& one : file->clashes) clashes.push_back(clash_json(one, reader));
    boost::json::array alternatives;
    for (const Alternative& one : file->alternatives) alternatives.push_back(alternative_json(one));
    const bool is_known = !reader.title_of(file->booking).is_null();
    boost::json::array steps;
    for (const Step& step : file->steps)
        steps.push_back(boost::json::object{{"action", step.action},
                                            {"at", base::instant_text(step.at_ms)},
                                            {"by", step.by},
                                            {"room", step.room ? boost::json::value(*step.room) : boost::json::value{}},
                                            {"from", time_text(step.span.from)},
                                            {"until", time_text(step.span.until)},
                                            {"reason", is_known ? text_json(step.reason) : boost::json::value{}}});
    return answer(status,
                  {{"booking", booking_json(file->booking, name_of_room(meetings, context.actor.org, file->booking),
                                            !file->clashes.empty(), reader)},
                   {"clashes", std::move(clashes)},
                   {"alternatives", std::move(alternatives)},
                   {"steps", std::move(steps)},
                   {"following", file->following.size()}});
}

Described described_of(http::Fields& fields)
{
    Described said;
    said.title = fields.text("title", 200);
    said.kind = fields.text("kind", 60);
    said.host = fields.text("host", 100);
    said.attendees = fields.integer("attendees");
    said.layout = fields.optional_text("layout", 60).value_or("");
    if (fields.has("equipment")) said.equipment = fields.texts("equipment");
    said.note = fields.optional_text("note", 500).value_or("");
    return said;
}

http::Response book(http::Context& context)
{
    http::Fields fields{context.request};
    NewBooking asked;
    Booking& booking = asked.booking;
    booking.room = fields.text("room", 60);
    booking.span = span_of(fields);
    Described said = described_of(fields);
    booking.title = std::move(said.title);
    booking.kind = std::move(said.kind);
    booking.host = std::move(said.host);
    booking.attendees = said.attendees;
    booking.layout = std::move(said.layout);
    booking.equipment = std::move(said.equipment);
    booking.note = std::move(said.note);
    booking.is_confidential = fields.optional_flag("is_confidential").value_or(false);
    asked.wait = fields.optional_flag("wait").value_or(false);
    asked.series = series_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Meetings meetings = meetings_of(context);
    const auto booked = meetings.book(context.actor, asked);
    if (!booked) return refused(booked.error());
    tell(context, "bookings");
    const Reader reader{context};
    const std::string name = name_of_room(meetings, context.actor.org, booked->front());
    boost::json::array items;
    for (const Booking& one : *booked) items.push_back(booking_json(one, name, one.state == State::waiting, reader));
    return answer(201, {{"items", std::move(items)}});
}

http::Response preview(http::Context& context)
{
    http::Fields fields{context.request};
    Question question;
    question.room = fields.text("room", 60);
    question.span = span_of(fields);
    question.attendees = fields.optional_integer("attendees").value_or(1);
    if (fields.has("equipment")) question.equipment = fields.texts("equipment");
    question.except = fields.optional_text("except", 40).value_or("");
    question.series = series_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    const auto preview = meetings_of(context).preview(context.actor.org, question);
    if (!preview) return refused(preview.error());
    const Reader reader{context};
    boost::json::array instances;
    for (const Instance& instance : preview->instances) {
        boost::json::array clashes;
        for (const Booking& one : instance.clashes) clashes.push_back(clash_json(one, reader));
        instances.push_back(boost::json::object{{"from", time_text(instance.span.from)},
                                                {"until", time_text(instance.span.until)},
                                                {"is_open", instance.is_open},
                                                {"is_free", instance.is_free},
                                                {"clashes", std::move(clashes)}});
    }
    boost::json::array alternatives;
    for (const Alternative& one : preview->alternatives) alternatives.push_back(alternative_json(one));
    return answer(200, {{"instances", std::move(instances)}, {"alternatives", std::move(alternatives)}});
}

using Changed = base::Result<std::vector<Told>>;
using Done = std::variant<http::Response, Changed>;

// What one does to a booking, with the fields it needs.
template <class Act>
http::Response act(http::Context& context, const Act& act)
{
    http::Fields fields{context.request};
    const std::int64_t version = fields.integer("version");
    const std::string& number = context.part("booking");
    const Done done = act(fields, number, version);
    if (const auto* const problem = std::get_if<http::Response>(&done)) return *problem;
    const auto& told = std::get<Changed>(done);
    if (!told) return refused(told.error());
    tell(context, "bookings");
    tell(context, *told);
    return show(context, number, 200);
}

http::Response decide(http::Context& context)
{
    return act(context, [&](http::Fields& fields, const std::string& number, std::int64_t version) -> Done {
        const bool is_approved = fields.flag("is_approved");
        const std::string reason = fields.optional_text("reason", 500).value_or("");
        if (auto problem = fields.problem()) return *std::move(problem);
        return meetings_of(context).decide(context.actor, number, version, is_approved, reason);
    });
}

http::Response move(http::Context& context)
{
    return act(context, [&](http::Fields& fields, const std::string& number, std::int64_t version) -> Done {
        const std::string room = fields.text("room", 60);
        const Span span = span_of(fields);
        const std::string reason = fields.optional_text("reason", 500).value_or("");
        if (auto problem = fields.problem()) return *std::move(problem);
        return meetings_of(context).move(context.actor, number, version, room, span, reason);
    });
}

http::Response cancel(http::Context& context)
{
    return act(context, [&](http::Fields& fields, const std::string& number, std::int64_t version) -> Done {
        const std::string reason = fields.text("reason", 500);
        const bool with_following = fields.optional_flag("with_following").value_or(false);
        if (auto problem = fields.problem()) return *std::move(problem);
        return meetings_of(context).cancel(context.actor, number, version, reason, with_following);
    });
}

http::Response miss(http::Context& context)
{
    return act(context, [&](http::Fields& fields, const std::string& number, std::int64_t version) -> Done {
        const std::string reason = fields.text("reason", 500);
        if (auto problem = fields.problem()) return *std::move(problem);
        return meetings_of(context).miss(context.actor, number, version, reason);
    });
}

http::Response describe(http::Context& context)
{
    http::Fields fields{context.request};
    const Described said = described_of(fields);
    if (auto problem = fields.problem()) return *std::move(problem);
    Meetings meetings = meetings_of(context);
    const std::string& number = context.part("booking");
    const auto before = meetings.booking(context.actor.org, number);
    if (!before) return http::problem(before.error());
    // The precondition was held against this version.
    const auto done = meetings.describe(context.actor, number, before->booking.version, said);
    if (!done) return refused(done.error());
    tell(context, "bookings");
    tell(context, *done);
    return show(context, number, 200);
}

void add_change(http::Router& router, const std::string& path, const char* operation, const char* permission,
                http::Guard guard, http::Response (*handle)(http::Context&))
{
    router.add({.method = http::Method::post,
                .path = path,
                .operation = operation,
                .permission = permission,
                .body = http::Body::json,
                .guard = guard,
                .handle = handle});
}

}  // namespace

void add_booking_routes(http::Router& router)
{
    using http::Guard;
    const std::string all = "/api/v1/meetings/bookings";
    const std::string one = all + "/{booking}";
    const auto show_one = [](http::Context& context) { return show(context, context.part("booking"), 200); };
    add_change(router, all, "bookMeeting", "meetings.book", Guard::idempotency_key, book);
    // Nothing is recorded: a question that is too long for an address.
    add_change(router, "/api/v1/meetings/clashes", "previewBooking", "meetings.book", Guard::none, preview);
    router.add({.path = one, .operation = "getBooking", .permission = "meetings.read", .handle = show_one});
    router.add({.method = http::Method::put,
                .path = one,
                .operation = "changeBooking",
                .permission = "meetings.book",
                .body = http::Body::json,
                .guard = Guard::if_match,
                .handle = describe});
    add_change(router, one + "/decision", "decideBooking", "meetings.approve", Guard::idempotency_key, decide);
    add_change(router, one + "/moves", "moveBooking", "meetings.book", Guard::idempotency_key, move);
    add_change(router, one + "/cancel", "cancelBooking", "meetings.book", Guard::idempotency_key, cancel);
    add_change(router, one + "/no-show", "missBooking", "meetings.book", Guard::idempotency_key, miss);
}

}  // namespace meetings
