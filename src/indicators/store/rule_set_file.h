// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "indicators/core/rule_set.h"

namespace indicators {

// A rule set as JSON (the shape is described in rules/README.md). Decimals are strings. Refuses, naming the path of the
// value (execution.weight):
//   indicators.rule_set.not_json         what, where
//   indicators.rule_set.key_unknown      path
//   indicators.rule_set.key_missing      path
//   indicators.rule_set.value_impossible path, value
//   indicators.rule_set.out_of_order     path: bands or grades that do not descend without a gap
base::Result<RuleSet> parse_rule_set(std::string_view json);

// By the id of a shipped rule set (hubei-2020) or by the path of a file. Also refuses indicators.rule_set.unknown.
base::Result<RuleSet> load_rule_set(const std::string& id_or_path);

// The text of a rule set, for its digest.
base::Result<std::string> rule_set_text(const std::string& id_or_path);

std::vector<std::string> shipped_rule_sets();  // their ids, sorted

}  // namespace indicators
