// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "meetings/core/span.h"

namespace meetings {

// When a room may be used: on some days of the week, between two minutes of the day.
struct Opening {
    std::set<int> weekdays = {1, 2, 3, 4, 5};  // 1 is Monday
    std::int64_t from_minute = 8 * 60;
    std::int64_t until_minute = 18 * 60;
    std::set<base::Date> closed_days = {};

    bool is_open_on(base::Date day) const;
    // A meeting begins and ends within the hours of one day.
    bool covers(const Span& span) const;
    Second seconds_on(base::Date day) const { return is_open_on(day) ? (until_minute - from_minute) * 60 : 0; }

    friend bool operator==(const Opening&, const Opening&) = default;
};

int weekday_of(base::Date day);  // 1 is Monday, 7 is Sunday

struct Room {
    std::string code = {};
    std::string name = {};
    std::string area = {};
    std::int64_t seats = 1;
    std::vector<std::string> equipment = {};
    std::vector<std::string> layouts = {};
    Opening opening = {};
    bool needs_approval = true;
    bool is_active = true;  // whether it can be booked
    std::string note = {};
    std::int64_t version = 1;

    bool has(const std::vector<std::string>& wanted) const;  // all of this equipment
};

// Refuses meetings.room.code_empty, .name_empty, .seats_not_positive, .weekday_unknown {weekday}, .never_open (no
// weekday, or the hours end before they begin), .name_with_separator {name} (equipment and layouts are kept as a list).
base::Result<void> check(const Room& room);

// Equipment and layouts as one text, and back.
std::string joined(const std::vector<std::string>& names);
std::vector<std::string> names_in(const std::string& text);

}  // namespace meetings
