// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "indicators/core/targets.h"

namespace indicators {

// Weights and shares in the spelling the database gives back, so that targets can be compared.
Targets normalised_targets(Targets targets);

// A promise that a workbook would change behind the back of a finished run.
struct FixedTargetProblem {
    std::size_t indicator;  // position in `next`, or next.size() where it is about none of them
    base::Error error;
};

// After a run, goals and what an indicator promises (not how it is measured) change by document only, and documents do
// not disappear: indicators.import.fixed_by_run {indicator, part, before, after}, .indicator_missing {indicator},
// .goals_fixed_by_run, .document_missing {document}.
std::vector<FixedTargetProblem> changes_of_promises(const Targets& stored, const Targets& next);

}  // namespace indicators
