// SPDX-License-Identifier: Apache-2.0
#include "meetings/http/answers.h"

#include <array>

#include "base/instant.h"
#include "base/ratio.h"
#include "meetings/core/time_text.h"

namespace meetings {

namespace {

// Which member of the body a refusal is about.
constexpr std::array<std::pair<std::string_view, std::string_view>, 33> members_of_body{
    {{"meetings.room.code_empty", "/code"},
     {"meetings.room.code_taken", "/code"},
     {"meetings.room.name_empty", "/name"},
     {"meetings.room.seats_not_positive", "/seats"},
     {"meetings.room.weekday_unknown", "/opening/weekdays"},
     {"meetings.room.never_open", "/opening"},
     {"meetings.room.name_with_separator", "/equipment"},
     {"meetings.booking.title_empty", "/title"},
     {"meetings.booking.kind_empty", "/kind"},
     {"meetings.booking.host_empty", "/host"},
     {"meetings.booking.attendees_not_positive", "/attendees"},
     {"meetings.booking.too_many_people", "/attendees"},
     {"meetings.booking.ends_before_start", "/until"},
     {"meetings.booking.too_long", "/until"},
     {"meetings.booking.in_past", "/from"},
     {"meetings.booking.room_closed", "/from"},
     {"meetings.booking.reason_missing", "/reason"},
     {"meetings.booking.taken", "/room"},
     {"meetings.series.ends_before_start", "/series/last_day"},
     {"meetings.series.not_a_day", "/series/leave_out"},
     {"meetings.service.too_many_cards", "/place_cards"},
     {"meetings.service.card_empty", "/place_cards"},
     {"meetings.service.too_many_refreshments", "/refreshments"},
     {"meetings.service.refreshment_empty", "/refreshments"},
     {"meetings.service.quantity_not_positive", "/refreshments"},
     {"meetings.service.equipment_unknown", "/equipment"},
     {"meetings.service.too_many_staff", "/staff"},
     {"meetings.service.staff_empty", "/staff"},
     {"meetings.service.staff_twice", "/staff"},
     {"meetings.service.account_unknown", "/staff"},
     {"meetings.service.item_unknown", "/item"},
     {"meetings.service.note_missing", "/note"},
     {"meetings.service.answered_in_future", "/answered_at"}}};

boost::json::array texts_json(const std::vector<std::string>& texts)
{
    boost::json::array array;
    for (const std::string& text : texts) array.emplace_back(text);
    return array;
}

boost::json::object opening_json(const Opening& opening)
{
    boost::json::array weekdays;
    for (const int weekday : opening.weekdays) weekdays.emplace_back(weekday);
    boost::json::array closed;
    for (const base::Date& day : opening.closed_days) closed.emplace_back(day.to_string());
    return {{"weekdays", std::move(weekdays)},
            {"from", minute_text(opening.from_minute)},
            {"until", minute_text(opening.until_minute)},
            {"closed_days", std::move(closed)}};
}

std::string event_text(const std::string& what, const std::string& name)
{
    return boost::json::serialize(boost::json::object{{"what", what}, {"name", name}});
}

}  // namespace

http::Response answer(int status, const boost::json::object& json)
{
    return {.status = status, .body = boost::json::serialize(json)};
}

Meetings meetings_of(const http::Context& context)
{
    return {context.db, context.clock};
}

// Without the number of a booking: the whole organisation hears this, confidential meetings too, so that every timeline
// that is open asks anew and is answered by what its reader may see. A number would tell who may not see the title
// that this meeting was worked on, and when; that something was is all that anybody learns here.
void tell(http::Context& context, const char* what, const std::string& room)
{
    context.heard.push_back(
        {"", context.actor.org.text(), "change", event_text(std::string{"meetings."} + what, room)});
}

void tell(http::Context& context, const std::vector<Told>& told)
{
    for (const Told& one : told)
        context.heard.push_back(
            {"", context.actor.org.text(), "change", event_text("meetings.notices", one.number), one.account});
}

boost::json::value text_json(const std::string& text)
{
    return text.empty() ? boost::json::value{} : boost::json::value(text);
}

std::string time_text(Second second)
{
    return base::instant_text(second * 1'000);
}

std::string hours_text(Second seconds)
{
    return base::Ratio::reduced(seconds, 3'600).rounded(1).to_string();
}

boost::json::value share_json(std::int64_t part, std::int64_t whole)
{
    if (whole == 0) return {};
    return boost::json::value(base::Ratio::reduced(part * 100, whole).rounded(1).to_string());
}

Reader::Reader(const http::Context& context) : Reader{context.actor, context.clock.seconds_since_1970()} {}

Reader::Reader(const base::Actor& actor, Second at)
    : name{actor.name},
      approves{actor.may("meetings.approve")},
      knows_confidential{actor.may("meetings.confidential")},
      now{at}
{
}

boost::json::value Reader::title_of(const Booking& booking) const
{
    return booking.is_confidential && !knows_confidential && !owns(booking) ? boost::json::value{}
                                                                            : boost::json::value(booking.title);
}

boost::json::object room_json(const Room& room)
{
    return {{"code", room.code},
            {"name", room.name},
            {"area", room.area},
            {"seats", room.seats},
            {"equipment", texts_json(room.equipment)},
            {"layouts", texts_json(room.layouts)},
            {"opening", opening_json(room.opening)},
            {"needs_approval", room.needs_approval},
            {"is_active", room.is_active},
            {"note", text_json(room.note)},
            {"version", room.version}};
}

boost::json::object clash_json(const Booking& booking, const Reader& reader)
{
    return {{"number", booking.number},
            {"from", time_text(booking.span.from)},
            {"until", time_text(booking.span.until)},
            {"state", std::string{base::named(states, booking.state_at(reader.now)).word}},
            {"title", reader.title_of(booking)},
            {"host", booking.host}};
}

boost::json::object alternative_json(const Alternative& alternative)
{
    return {{"room", alternative.room},
            {"name", alternative.name},
            {"seats", alternative.seats},
            {"from", time_text(alternative.span.from)},
            {"until", time_text(alternative.span.until)}};
}

boost::json::object block_json(const Booking& booking, bool is_clashing, const Reader& reader)
{
    boost::json::object json = clash_json(booking, reader);
    json["room"] = booking.room ? boost::json::value(*booking.room) : boost::json::value{};
    json["is_confidential"] = booking.is_confidential;
    json["is_own"] = reader.owns(booking);
    json["is_clashing"] = is_clashing;
    json["may_move"] = (reader.owns(booking) || reader.approves) && booking.can_move_at(reader.now);
    return json;
}

boost::json::object booking_json(const Booking& booking, const std::string& room_name, bool is_clashing,
                                 const Reader& reader)
{
    boost::json::object json = block_json(booking, is_clashing, reader);
    json["room_name"] = text_json(room_name);
    json["venue"] = text_json(booking.venue);
    json["kind"] = booking.kind;
    json["attendees"] = booking.attendees;
    json["layout"] = text_json(booking.layout);
    json["equipment"] = texts_json(booking.equipment);
    json["series"] = text_json(booking.series);
    json["asked_by"] = booking.asked_by;
    json["asked_at"] = base::instant_text(booking.asked_ms);
    // Of a confidential meeting everything that somebody wrote is for those who may know its title.
    const bool is_known = !reader.title_of(booking).is_null();
    json["reason"] = is_known ? text_json(booking.reason) : boost::json::value{};
    json["note"] = is_known ? text_json(booking.note) : boost::json::value{};
    json["version"] = booking.version;
    return json;
}

Second second_of(http::Fields& fields, std::string_view name)
{
    const std::string written = fields.text(name, 40);
    const auto second = parse_instant(written);
    if (second) return *second;
    if (fields.has(name)) fields.add(name, second.error());
    return 0;
}

Span span_of(http::Fields& fields)
{
    const Second from = second_of(fields, "from");
    return {from, second_of(fields, "until")};
}

std::optional<Series> series_of(http::Fields& fields)
{
    auto inner = fields.object("series");
    if (!inner) return std::nullopt;
    Series series;
    series.every = inner->word<Every>("every", base::words_of(repetitions));
    series.last_day = inner->date("last_day");
    for (const std::string& text : inner->texts("leave_out")) {
        const auto day = base::Date::parse(text);
        if (day)
            series.leave_out.insert(*day);
        else
            inner->add("leave_out", day.error());
    }
    return series;
}

http::Response refused(const base::Error& error)
{
    http::Response response = http::problem(error);
    if (error.kind == base::ErrorKind::not_found) return response;
    for (const auto& [code, member] : members_of_body)
        if (code == error.code) response.problem->fields.push_back({std::string{member}, error});
    return response;
}

}  // namespace meetings
