// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/booking.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

namespace {

constexpr Second longest = 31 * seconds_of_day;

base::Result<void> require(bool is_so, const char* code, const Booking& booking)
{
    if (is_so) return {};
    return fail(ErrorKind::conflict, code,
                {{"number", booking.number}, {"state", std::string{base::named(states, booking.state).chinese}}});
}

base::Result<void> require_reason(const std::string& reason)
{
    if (reason.empty()) return fail(ErrorKind::invalid, "meetings.booking.reason_missing");
    return {};
}

}  // namespace

base::Result<void> check(const Booking& booking)
{
    if (booking.title.empty()) return fail(ErrorKind::invalid, "meetings.booking.title_empty");
    if (booking.kind.empty()) return fail(ErrorKind::invalid, "meetings.booking.kind_empty");
    if (booking.host.empty()) return fail(ErrorKind::invalid, "meetings.booking.host_empty");
    if (booking.attendees <= 0) return fail(ErrorKind::invalid, "meetings.booking.attendees_not_positive");
    if (booking.span.until <= booking.span.from) return fail(ErrorKind::invalid, "meetings.booking.ends_before_start");
    if (booking.span.seconds() > longest) return fail(ErrorKind::invalid, "meetings.booking.too_long");
    return {};
}

base::Result<Booking> decided(Booking booking, bool is_approved, const std::string& reason)
{
    TRY(require(booking.is_open(), "meetings.booking.not_pending", booking));
    if (!is_approved) TRY(require_reason(reason));
    booking.state = is_approved ? State::approved : State::refused;
    booking.reason = is_approved ? std::string{} : reason;
    return booking;
}

base::Result<Booking> moved(Booking booking, const std::string& room, const Span& span)
{
    TRY(require(booking.is_open() || booking.state == State::approved, "meetings.booking.not_standing", booking));
    if (booking.room != room || booking.span.from != span.from) ++booking.round;
    booking.room = room;
    booking.venue.clear();
    booking.span = span;
    TRY(check(booking));
    return booking;
}

base::Result<Booking> cancelled(Booking booking, const std::string& reason)
{
    TRY(require_reason(reason));
    TRY(require(booking.is_open() || booking.state == State::approved, "meetings.booking.not_standing", booking));
    booking.state = State::cancelled;
    booking.reason = reason;
    return booking;
}

base::Result<Booking> missed(Booking booking, const std::string& reason, Second now)
{
    TRY(require_reason(reason));
    TRY(require(booking.state == State::approved, "meetings.booking.not_standing", booking));
    if (booking.span.from > now) return fail(ErrorKind::conflict, "meetings.booking.not_begun");
    booking.state = State::no_show;
    booking.reason = reason;
    return booking;
}

}  // namespace meetings
