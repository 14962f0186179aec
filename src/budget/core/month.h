// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/period.h"
#include "base/result.h"

namespace budget {

// A calendar month, written 2024-07.
struct Month {
    int number = 0;  // base::month_number of its days

    static Month of(base::Date day) { return {base::month_number(day)}; }
    // Refuses budget.month.not_a_month.
    static base::Result<Month> parse(std::string_view text);
    base::Date first_day() const;
    base::Date last_day() const;
    std::string to_string() const;

    friend constexpr auto operator<=>(Month, Month) = default;
};

// The months a service runs or a payment covers, both ends included.
struct MonthSpan {
    Month first;
    Month last;

    bool contains(Month month) const { return first <= month && month <= last; }
    bool contains(const MonthSpan& other) const { return first <= other.first && other.last <= last; }
    friend constexpr auto operator<=>(const MonthSpan&, const MonthSpan&) = default;
};

}  // namespace budget
