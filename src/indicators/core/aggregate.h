// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/money.h"
#include "base/ratio.h"
#include "base/result.h"

namespace indicators {

// What one of several units in a table reached, and the money it spent on it.
struct UnitActual {
    base::Ratio value;
    std::string unit;
    base::Money money;
};

// Several units in one table are aggregated first and scored once (footnote of the Hubei form): absolute values are
// summed, percentages averaged by money. Values are brought to the unit of the first. Refuses
// indicators.aggregate.nothing, .units_differ and .no_money (percentages of units that spent nothing).
base::Result<base::Ratio> aggregate(const std::vector<UnitActual>& units);

}  // namespace indicators
