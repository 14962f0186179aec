// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indicators/core/targets.h"

namespace indicators {

enum class TargetList { goals, indicators, supports, revisions };

// Something wrong in one cell of a year's targets, wherever they come from. `part` is the column by its title in the
// workbook (权重); `row` is none where the list as a whole is wrong.
struct TargetProblem {
    TargetList list;
    std::optional<std::size_t> row;
    std::string part;
    base::Error error;
    std::optional<std::size_t> first = {};  // of a code that stands twice: where it stands first
};

// The rules that a workbook and a grid share, in the order of rows and columns:
//   indicators.import.cell_missing {column}, .code_twice {code}, .goal_unknown {goal}, .goal_shares_not_100 {sum},
//   indicators.weight.malformed, indicators.measure.* (measure.h)
std::vector<TargetProblem> check_goals(const Targets& targets);
std::vector<TargetProblem> check_indicators(const Targets& targets);
std::vector<TargetProblem> check_supports(const Targets& targets);
// The documents fit on each other, and what is in force after each is as sound as the first table:
//   indicators.revision.* (revision.h), .two_dates {document}, .incomplete {indicator}, indicators.weight.malformed,
//   indicators.import.goal_unknown {goal, indicator}, in the last row about the indicator
std::vector<TargetProblem> check_revisions(const Targets& targets);
// All of them but the documents.
std::vector<TargetProblem> check_table(const Targets& targets);

// 40% or 40. Refuses indicators.import.goal_share_malformed {text} (no number between 0 and 100 with at most two
// decimals).
base::Result<base::Decimal> parse_share(std::string text);
// 小数位. Refuses indicators.import.decimals_malformed {text}.
base::Result<int> parse_decimals(const std::string& text);

}  // namespace indicators
