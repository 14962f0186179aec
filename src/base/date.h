// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace base {

// A day of the civil calendar, 1900-01-01 to 2199-12-31, written 2024-07-01.
class Date {
public:
    constexpr Date() = default;
    // Refuses date.not_a_date.
    static Result<Date> of(int year, unsigned month, unsigned day);
    static Result<Date> parse(std::string_view iso);
    static Date from_days(std::int64_t days_since_1970);

    int year() const { return int(day_.year()); }
    unsigned month() const { return unsigned(day_.month()); }
    unsigned day() const { return unsigned(day_.day()); }
    std::int64_t days_since_1970() const;
    std::string to_string() const;

    friend constexpr auto operator<=>(Date, Date) = default;

private:
    std::chrono::year_month_day day_{std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};
};

// A wall-clock moment to the minute or second, written 2024-07-01 09:30:00; no time zone: what the register says.
struct DateTime {
    Date date;
    int second_of_day = 0;

    // "2024-07-01 09:30" or with seconds, blank or T between. Refuses date.not_a_time.
    static Result<DateTime> parse(std::string_view text);
    std::int64_t seconds_since_1970() const { return date.days_since_1970() * 86'400 + second_of_day; }
    std::string to_string() const;

    friend constexpr auto operator<=>(DateTime, DateTime) = default;
};

}  // namespace base
