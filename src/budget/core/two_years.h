// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "budget/core/execution.h"

namespace budget {

// One line in two years, matched by its code; none: the year does not have it.
struct LineInTwoYears {
    std::string code;
    std::optional<LineExecution> before = {};
    std::optional<LineExecution> after = {};

    // Of what both years adjusted and paid; a year without the line counts as nothing.
    base::Money adjusted_difference() const;
    base::Money paid_difference() const;
};

struct MonthInTwoYears {
    unsigned month = 1;
    base::Money before = {};  // paid in it
    base::Money after = {};
};

struct TwoYears {
    std::vector<LineInTwoYears> lines = {};  // in the order of `after`, then those that only `before` has
    std::array<MonthInTwoYears, 12> months = {};
    Amounts before = {};
    Amounts after = {};
};

TwoYears side_by_side(const Execution& before, const Execution& after);

}  // namespace budget
