// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indicators/core/forecast.h"

namespace indicators {

// A register that indicators are measured over, and when its last workbook came in.
struct RegisterState {
    std::string source;  // 台账:会议台账
    std::optional<base::Date> last_import = {};
    std::vector<std::string> codes = {};
};

// Months of a service that are over and not paid.
struct UnpaidMonths {
    std::string contract;
    std::string title;
    std::vector<std::string> months = {};  // 2024-11
};

// Something a person has to see to. The words are looked up under "indicators.missing." + kind with `args`; the rule
// it rests on under the kind in rules/monitoring.
//   targets_missing      nobody promised anything for the year
//   budget_missing       the year has no budget
//   no_data              a measure has no record of the year yet
//   entry_missing        nobody entered what a person has to enter
//   evidence_missing     nothing supports what was entered
//   reason_missing       full marks are out of reach and nobody said why
//   remark_missing       far above the target and nobody said why
//   ledger_not_imported  nothing came into the register since the month began: `since` is the last import
//   month_not_paid       months of a service that are over
//   execution_behind     the light of the budget is red or yellow
struct Missing {
    std::string kind;
    std::string code = {};  // of the indicator
    std::string name = {};
    base::ErrorArgs args = {};
    std::optional<base::Date> since = {};
};

struct MissingInput {
    const Forecast& forecast;
    const std::set<std::string>& with_evidence;  // codes
    const std::vector<RegisterState>& registers;
    const std::vector<UnpaidMonths>& unpaid;
    bool lacks_budget = false;
};

// In the order above, then of the indicators. Pure.
std::vector<Missing> missing(const MissingInput& input);

}  // namespace indicators
