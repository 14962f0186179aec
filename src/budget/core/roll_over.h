// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "budget/core/contract.h"
#include "budget/core/line.h"

namespace budget {

// A line of the year before: it comes over unless its code is there already, without any amount.
struct RolledLine {
    Line line;  // with the totals of the year before
    bool is_there = false;
};

// A contract that runs on beyond the year before, with what is not paid of it. Money that a line does not have cannot
// be bound: until the next year's budget is approved it stays behind, and comes with the next roll-over.
struct RolledContract {
    Contract contract;  // as it would be signed in the next year
    bool is_there = false;
    std::optional<base::Error> stays = {};  // budget.roll_over.no_budget {contract, amount, available}
};

struct BudgetRollOver {
    std::vector<RolledLine> lines = {};
    std::vector<RolledContract> contracts = {};
};

// `to` is what the next year has already; both may be empty.
struct YearBudget {
    std::vector<Line> lines = {};
    std::vector<Contract> contracts = {};
};
BudgetRollOver rolled_over(const YearBudget& from, const YearBudget& to, base::FiscalYear next);

}  // namespace budget
