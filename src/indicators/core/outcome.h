// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "indicators/core/evaluate.h"

namespace indicators {

enum class OutcomeKind { reproduced, differs, not_computable };

// How a published table stands to its computation. `differs` names the rules of the findings that say where the printed
// figures contradict the rules or each other; `not_computable` names what is not printed: no_weight, no_actual,
// no_budget or no_score.
struct Outcome {
    OutcomeKind kind = OutcomeKind::reproduced;
    std::vector<std::string> reasons = {};

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome outcome(const RuleSet& rules, const EvaluationInput& input, const Evaluation& evaluation);
const char* to_string(OutcomeKind kind);

}  // namespace indicators
