// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/object.hpp>

#include "cli/terminal.h"
#include "indicators/core/form.h"

namespace indicators {

// {"rule","severity","message","places","numbers"}, the message in the language asked for.
boost::json::object to_json(const Finding& finding, ::cli::Language language);
boost::json::array to_json(const Findings& findings, ::cli::Language language);

// The shape of `mingji score --format json` and of out/score.json: every number a string, keys in this order: rule_set,
// execution, rows, total, indicators_total (only where total is null), grade, findings. No id and no time in it.
boost::json::object to_json(const RuleSet& rules, const Form& form, const ScoredForm& scored, ::cli::Language language);

}  // namespace indicators
