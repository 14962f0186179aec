// SPDX-License-Identifier: Apache-2.0
#include "meetings/core/place.h"

namespace meetings {

using base::ErrorKind;
using base::fail;

base::Result<void> check_place(const Room& place, const Booking& booking, Second now, Asker asker)
{
    if (!place.is_active) return fail(ErrorKind::conflict, "meetings.room.inactive", {{"room", place.name}});
    if (booking.attendees > place.seats)
        return fail(ErrorKind::invalid, "meetings.booking.too_many_people", {{"seats", std::to_string(place.seats)}});
    if (asker == Asker::approver) return {};
    if (!place.opening.covers(booking.span))
        return fail(ErrorKind::invalid, "meetings.booking.room_closed",
                    {{"room", place.name}, {"date", day_of(booking.span.from).to_string()}});
    if (booking.span.from < now) return fail(ErrorKind::invalid, "meetings.booking.in_past");
    return {};
}

}  // namespace meetings
