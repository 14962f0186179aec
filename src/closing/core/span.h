// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/period.h"
#include "base/result.h"

namespace closing {

// What is closed: a month of a year, written 2024-01, or the year as a whole (month 0), written 2024.
struct Span {
    int year = 0;
    int month = 0;

    static Span of_year(base::FiscalYear year) { return {year.year, 0}; }
    static Span of_month(base::Date day) { return {day.year(), static_cast<int>(day.month())}; }
    // The month of the year that a record of the year belongs to: what is older, to January.
    static Span in_year(base::FiscalYear year, base::Date day);
    // Refuses closing.period.malformed {text}.
    static base::Result<Span> parse(std::string_view text);

    bool is_year() const { return month == 0; }
    base::Date first_day() const;
    base::Date last_day() const;
    std::string to_string() const;

    friend auto operator<=>(const Span&, const Span&) = default;
};

// What closing `asked` closes, in order: a month itself; a year its months that are still open, then itself. Months are
// closed one after the other and when they are over. Refuses closing.period.already_closed {period},
// closing.period.not_over {period, last_day} and closing.period.out_of_order {period, first}: an earlier month of the
// same year is open.
base::Result<std::vector<Span>> to_close(const std::set<Span>& closed, const Span& asked, base::Date today);

}  // namespace closing
