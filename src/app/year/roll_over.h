// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "app/year/closing_json.h"
#include "budget/budget.h"
#include "cli/program.h"
#include "indicators/indicators.h"

namespace app {

// What came over from one year to the next, or would. Registers are kept over the years: nothing of them is to come
// over, but measures may ask for what is not there.
struct RollOver {
    base::FiscalYear from;
    base::FiscalYear to;
    bool is_stored = false;
    std::optional<budget::BudgetRollOver> budget = {};                  // none: the year before has no budget
    std::optional<indicators::Indicators::RolledOver> indicators = {};  // none: it promised nothing
    std::vector<indicators::Fact> unanswerable = {};                    // measures that no record can answer
};

// All or nothing. A second time adds only what is missing. Refuses budget.year.unknown for a year before that has
// neither budget nor promises, and what Budgets::roll_over() and Indicators::roll_over() refuse.
// `leave`: codes of indicators that stay behind.
base::Result<RollOver> roll_over(const cli::Office& office, base::FiscalYear from, base::FiscalYear to, bool dry_run,
                                 const std::set<std::string>& leave = {});

boost::json::object to_json(const RollOver& over, const Words& words);

}  // namespace app
