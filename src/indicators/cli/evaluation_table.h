// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/terminal.h"
#include "indicators/core/form.h"
#include "indicators/core/outcome.h"

namespace indicators {

// The score table, the total and the findings for people.
void print_evaluation(const RuleSet& rules, const Form& form, const ScoredForm& scored,
                      const ::cli::Terminal& terminal);
// How the result stands beside the form's own: reproduced, differs or not computable, and why.
void print_outcome(const RuleSet& rules, const ScoredForm& scored, const ::cli::Terminal& terminal);
void print_findings(const Findings& findings, const ::cli::Terminal& terminal);

}  // namespace indicators
