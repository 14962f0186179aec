// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "cli/program.h"
#include "indicators/indicators.h"

namespace app {

struct EvaluationOptions {
    base::FiscalYear year;
    base::Date as_of;
    std::string rule_set = "hubei-2020";  // an id, or on the command line the path of a file
    std::optional<indicators::RunId> corrects = {};
    std::string why = {};
};

// Measures and scores a year with the budget's own figures, and keeps the run. Refuses what load_rule_set(), the slices
// and Indicators::evaluate() refuse.
base::Result<indicators::Run> evaluate(const cli::Office& office, const EvaluationOptions& options);

}  // namespace app
