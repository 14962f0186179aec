// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "indicators/core/rule_set.h"

namespace indicators {

// By the id of a shipped rule set (hubei-2020) or by the path of a file of the same shape (rules/README.md). Refuses
// indicators.rule_set.unknown (id, known) and what parse_rule_set() refuses.
base::Result<RuleSet> load_rule_set(const std::string& id_or_path);

// The text of a rule set, for its digest.
base::Result<std::string> rule_set_text(const std::string& id_or_path);

std::vector<std::string> shipped_rule_sets();  // their ids, sorted

}  // namespace indicators
