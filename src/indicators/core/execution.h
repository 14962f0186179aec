// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/money.h"
#include "base/ratio.h"
#include "indicators/core/finding.h"
#include "indicators/core/rule_set.h"

namespace indicators {

// What is known of the budget's execution, and what the unit itself printed about it.
struct ExecutionInput {
    std::optional<base::Money> initial = {};
    std::optional<base::Money> adjusted = {};  // with what was carried over
    std::optional<base::Money> executed = {};
    std::optional<base::Decimal> published_rate = {};  // per cent, with the decimals it was printed with
    std::optional<base::Decimal> published_score = {};
    std::optional<base::Decimal> published_weight = {};
    std::string reason = {};
    std::string place = {};
};

struct ExecutionScore {
    std::optional<base::Ratio> rate = {};  // executed / budget, exact, not capped
    std::optional<base::Decimal> score = {};
    std::optional<base::Decimal> weight = {};   // none: the rule set has no execution part
    base::Ratio exact = base::Ratio::whole(0);  // the score before rounding
    bool known = false;                         // budget and execution were both given
    Findings findings = {};
};

// Zero budget: not computed, with a finding; never a division. More spent than the budget earns the full weight at
// most.
ExecutionScore score_execution(const RuleSet& rules, const ExecutionInput& input);

}  // namespace indicators
