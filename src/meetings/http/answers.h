// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/meetings/http: what its routes read and answer with.

#include <boost/json.hpp>

#include "http/fields.h"
#include "http/query.h"
#include "http/router.h"
#include "meetings/meetings.h"

namespace meetings {

http::Response answer(int status, const boost::json::object& json);
Meetings meetings_of(const http::Context& context);
// The whole organisation hears that something changed: which room, but never which meeting.
void tell(http::Context& context, const char* what, const std::string& room = {});
// Of which meeting hear those alone who got a notice of it.
void tell(http::Context& context, const std::vector<Told>& told);
boost::json::value text_json(const std::string& text);
std::string time_text(Second second);
std::string hours_text(Second seconds);                                // with one decimal
boost::json::value share_json(std::int64_t part, std::int64_t whole);  // per cent with one decimal; null of nothing

// Who asks, and when: what a booking shows of itself depends on both.
struct Reader {
    std::string name = {};
    bool approves = false;
    bool knows_confidential = false;
    Second now = 0;

    explicit Reader(const http::Context& context);
    Reader(const base::Actor& actor, Second at);
    bool owns(const Booking& booking) const { return booking.asked_by == name; }
    boost::json::value title_of(const Booking& booking) const;
};

boost::json::object room_json(const Room& room);
boost::json::object clash_json(const Booking& booking, const Reader& reader);
boost::json::object alternative_json(const Alternative& alternative);
boost::json::object block_json(const Booking& booking, bool is_clashing, const Reader& reader);
boost::json::object booking_json(const Booking& booking, const std::string& room_name, bool is_clashing,
                                 const Reader& reader);

// 2026-01-05T09:00:00+08:00 or any other instant of RFC 3339, in whole seconds. Adds request.not_a_time to the field.
Second second_of(http::Fields& fields, std::string_view name);
Span span_of(http::Fields& fields);
std::optional<Series> series_of(http::Fields& fields);

// A refusal, at the member of the body that it is about.
http::Response refused(const base::Error& error);

}  // namespace meetings
