// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/ratio.h"
#include "indicators/core/forecast_course.h"
#include "indicators/core/monitoring.h"
#include "indicators/core/target.h"

namespace indicators {

// What an expectation rests on: nothing more can happen; the pace so far; last year's course; the promise itself, where
// there are no records yet; how things stand; what a person entered, or asked about.
enum class OutlookBasis { finished, run_rate, last_year, target, standing, entered, assumed };

std::string_view to_text(OutlookBasis basis);

// A year-end value with its range; low ≤ expected ≤ high.
struct Range {
    base::Ratio low;
    base::Ratio expected;
    base::Ratio high;
};

struct Outlook {
    std::optional<Range> range = {};  // none: words, or nothing to go by
    OutlookBasis basis = OutlookBasis::finished;
    bool may_stay_empty = false;               // no record and no entry yet: the year may end without one
    base::Ratio rest = base::Ratio::whole(0);  // what the rest of the year brings: flow an amount, mean a weight
};

// The year-end value of a measure by the formulas of src/indicators/README.md. Exact; numbers of records are rounded to
// whole ones, the expected one half-up, the ends of the range outward.
Outlook outlook(const Course& course, const Target& target, const ForecastRule& rule);

// The number a target promises, in `unit`; none of words, dates and step tables, or where the units do not meet.
std::optional<base::Ratio> promised_value(const Target& target, const std::string& unit);
bool is_upward(const Target& target);  // more is better: ≥ > and = (but = 0)

// How much faster and slower than on average the slowest and the fastest complete month ran, around 1: widened by the
// rule's margin while there are few. `amount` is what counts of a month.
struct Pace {
    base::Ratio slow = base::Ratio::whole(1);
    base::Ratio fast = base::Ratio::whole(1);
};
Pace pace_of(const std::vector<Portion>& months, const base::Ratio& amount, int elapsed, const ForecastRule& rule,
             base::Ratio Portion::*counted = &Portion::amount);

}  // namespace indicators
