// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"

namespace meetings {

// Seconds since 1970. A day begins where it does on the office's wall: China Standard Time, UTC+8, the whole year.
using Second = std::int64_t;
inline constexpr Second seconds_of_day = 86'400;
inline constexpr std::int64_t minutes_of_day = 24 * 60;
inline constexpr Second east_of_greenwich = 8 * 3'600;

inline Second start_of(base::Date day)
{
    return day.days_since_1970() * seconds_of_day - east_of_greenwich;
}
inline base::Date day_of(Second second)
{
    const Second local = second + east_of_greenwich;
    return base::Date::from_days(local >= 0 ? local / seconds_of_day
                                            : -((-local + seconds_of_day - 1) / seconds_of_day));
}

// 2024-07-01 09:30, as people read it.
inline std::string clock_text(Second second)
{
    const std::int64_t minute = (second - start_of(day_of(second))) / 60;
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return day_of(second).to_string() + " " + two(minute / 60) + ":" + two(minute % 60);
}

// From a second on, up to another and without it: two that touch do not overlap.
struct Span {
    Second from = 0;
    Second until = 0;

    Second seconds() const { return until - from; }
    friend auto operator<=>(const Span&, const Span&) = default;
};

inline bool overlap(const Span& one, const Span& other)
{
    return one.from < other.until && other.from < one.until;
}

}  // namespace meetings
