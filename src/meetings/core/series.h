// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <set>
#include <vector>

#include "base/named.h"
#include "base/result.h"
#include "meetings/core/span.h"

namespace meetings {

enum class Every { day, week, month };
inline constexpr std::array repetitions{base::Named<Every>{Every::day, "day", "每天"},
                                        base::Named<Every>{Every::week, "week", "每周"},
                                        base::Named<Every>{Every::month, "month", "每月"}};

// A meeting that comes again at the same time of the day. Each instance is a booking of its own from then on: editing
// one touches no other.
struct Series {
    Every every = Every::week;
    base::Date last_day = {};
    std::set<base::Date> leave_out = {};  // days that are no instance
};

inline constexpr std::size_t most_instances = 400;

// In the order of time. A month that has no such day has no instance. Refuses meetings.series.ends_before_start,
// .too_many {most}, .none_left (all days are left out), .not_a_day {date} (one is left out on which there is none).
base::Result<std::vector<Span>> instances(const Span& first, const Series& series);

}  // namespace meetings
