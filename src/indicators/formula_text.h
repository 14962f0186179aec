// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "indicators/core/fact.h"
#include "indicators/forecast_json.h"

namespace indicators {

// How a fact was counted, in the reader's language. In Chinese it is the frozen `formula` itself,
// its amounts grouped as people read them; a formula that
// follows from no measure and no share of the budget is shown as it was frozen.
std::string formula_text(const Fact& fact, const Words& words);

}  // namespace indicators
