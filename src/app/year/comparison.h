// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <boost/json.hpp>

#include "budget/core/two_years.h"
#include "cli/program.h"
#include "indicators/core/run.h"
#include "indicators/core/run_findings.h"

namespace app {

// Two years side by side: budgets at their ends, and the newest run of each.
struct YearComparison {
    base::FiscalYear before;
    base::FiscalYear after;
    budget::TwoYears budget = {};
    std::optional<indicators::Run> run_before = {};
    std::optional<indicators::Run> run_after = {};
};

// A year without a budget has an empty one. Refuses budget.year.unknown for a year that has neither budget nor run, and
// app.comparison.same_year.
base::Result<YearComparison> compare_years(const cli::Office& office, base::FiscalYear before, base::FiscalYear after);

boost::json::object to_json(const YearComparison& comparison);

}  // namespace app
