// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "indicators/core/monitoring.h"

namespace indicators {

// The rules of watching a year as JSON (rules/README.md). Decimals are strings. Refuses as parse_rule_set() does.
base::Result<Monitoring> parse_monitoring(std::string_view json);

}  // namespace indicators
