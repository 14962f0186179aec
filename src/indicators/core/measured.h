// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "base/ratio.h"
#include "base/records.h"
#include "indicators/core/measure.h"

namespace indicators {

// The unit an answer is given in, and the decimals it is printed with (none declared: up to two, no trailing zeros).
// The score uses the exact value; the rounding is for the eye only.
struct PrintedAs {
    std::string unit = {};
    std::optional<int> decimals = {};
};

// A measure's answer over one table of records.
struct Measured {
    std::optional<base::Ratio> value = {};  // exact, in `unit`
    std::string unit = {};
    std::optional<base::Ratio> numerator = {};  // of shares and averages, in the field's own unit
    std::optional<base::Ratio> denominator = {};
    std::vector<std::size_t> counted = {};    // rows behind the value (a share: those in the numerator)
    std::vector<std::size_t> compared = {};   // rows of a share that are only in the denominator
    std::optional<std::int64_t> asked = {};   // of a share of answers: how many were asked for them, where it is known
    std::size_t empty_cells = 0;              // rows left out because the field is empty
    std::size_t undated = 0;                  // rows left out because they have no date
    std::optional<base::Error> missing = {};  // why there is no value
    std::string formula = {};                 // for people, in the words of the measure language
};

// Pure and exact. Missing (never 0) with indicators.measure.column_unknown, .order_on_text, .contains_not_text,
// .value_malformed, .field_not_a_number, .period_without_column, .no_denominator, .all_cells_empty, .no_rows (average
// and maximum of nothing) or .unit_mismatch. A count or sum over an empty register is 0: the register is kept.
// 限内占比: a record whose field is empty is not within the limit.
Measured evaluate(const Measure& measure, const PrintedAs& printed, const base::Records& records,
                  const base::Period& default_period);

// 95%, 13.41万m², 23.5小时.
std::string printed_value(const base::Ratio& value, const PrintedAs& printed);

}  // namespace indicators
