// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "meetings/core/booking.h"
#include "meetings/core/statistics.h"
#include "sql/where.h"

namespace meetings {

// What is asked for of bookings; nothing asked for is all. They begin on one of these days of the office's wall.
struct BookingFilter {
    std::optional<base::Date> from = {};
    std::optional<base::Date> until = {};
    std::string room = {};
    std::optional<State> state = {};
    std::string kind = {};
    std::string host = {};
    std::optional<Size> size = {};
    std::optional<Measure> measure = {};
    std::string asked_by = {};
    bool clashing = false;  // open ones that overlap with another
};

// The last booking of the page before.
struct BookingPlace {
    Second starts = 0;
    std::string number = {};
};

// It asks for a room or stands there, and so does another at the same time.
inline constexpr std::string_view clashes_with_another = R"(
    (b.state IN ('pending', 'waiting', 'approved', 'no_show') AND EXISTS (
        SELECT 1 FROM meetings_booking o
         WHERE o.org_id = b.org_id AND o.slot = b.slot AND o.number <> b.number AND o.starts < b.ends
           AND o.ends > b.starts AND o.starts > b.starts - 2678401
           AND o.state IN ('pending', 'waiting', 'approved', 'no_show'))))";

// `select` reads meetings_booking b of one organisation. What is held depends on the moment.
sql::Where where_of(std::string_view select, const base::OrgId& org, const BookingFilter& filter, Second now);

}  // namespace meetings
