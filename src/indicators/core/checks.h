// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "indicators/core/evaluate.h"

namespace indicators {

// What no single row shows: weights that do not add up, the same indicator twice, 元 beside 万元, totals that differ
// from the published ones, and what a finance bureau's system would stop a form for.
void add_findings_of_the_whole(const RuleSet& rules, const EvaluationInput& input, Evaluation& result);

}  // namespace indicators
