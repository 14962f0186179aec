// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indicators/core/execution.h"
#include "indicators/core/score.h"

namespace indicators {

// A goal and its share of the score in per cent. Shares count only where every goal's weights make up the whole by
// themselves; where all weights together do, the shares are in the weights already.
struct GoalShare {
    std::string name;
    base::Decimal percent;
};

// One unit's year, read and frozen.
struct EvaluationInput {
    std::vector<EvaluatedInput> indicators = {};
    ExecutionInput execution = {};
    std::vector<GoalShare> goals = {};
    std::optional<base::Decimal> published_total = {};
    std::string total_place = {};
};

struct Evaluation {
    ExecutionScore execution = {};
    std::vector<RowScore> rows = {};  // one per indicator, in their order
    base::Decimal indicators_total{0, 2};
    std::optional<base::Decimal> total = {};  // none where a part could not be computed
    std::optional<std::string> grade = {};
    Findings findings = {};  // of the whole: execution, weights, totals, the bureau's checks
};

// The score of a year under a rule set. Pure and exact: same input, same result; missing is never the value 0.
Evaluation evaluate(const RuleSet& rules, const EvaluationInput& input);

}  // namespace indicators
