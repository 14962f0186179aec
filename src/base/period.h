// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/date.h"

namespace base {

// A fiscal year is the calendar year (Budget Law, article 18).
struct FiscalYear {
    int year = 0;

    Date first_day() const { return Date::of(year, 1, 1).value(); }
    Date last_day() const { return Date::of(year, 12, 31).value(); }
    friend constexpr auto operator<=>(FiscalYear, FiscalYear) = default;
};

// A stretch of whole days, both ends included: a year ("2024"), a quarter ("2024Q3") or a month ("2024-07").
struct Period {
    Date first;
    Date last;

    static Period of(FiscalYear year) { return {year.first_day(), year.last_day()}; }
    static Period month(int year, unsigned month);
    // Refuses period.not_a_period.
    static Result<Period> parse(std::string_view text);

    bool contains(Date day) const { return first <= day && day <= last; }
    std::string to_string() const;  // the inverse of parse(), or "2024-01-05/2024-02-10"

    friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

// "2024-07" as a count of months, so that months can be compared and run through.
int month_number(Date day);

}  // namespace base
