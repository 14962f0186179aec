// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "indicators/core/rule_set.h"
#include "indicators/rule_sets.h"

namespace indicators {

// A rule set as JSON (the shape is described in rules/README.md). Decimals are strings. Refuses, naming the path of the
// value (execution.weight):
//   indicators.rule_set.not_json         what, where
//   indicators.rule_set.key_unknown      path
//   indicators.rule_set.key_missing      path
//   indicators.rule_set.value_impossible path, value
//   indicators.rule_set.out_of_order     path: bands or grades that do not descend without a gap
base::Result<RuleSet> parse_rule_set(std::string_view json);

}  // namespace indicators
