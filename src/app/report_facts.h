// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "indicators/indicators.h"
#include "reports/core/year_report.h"

namespace app {

// Puts the frozen facts of a run into the report, with the records they rest on, and the scores themselves as facts
// that rest on the rows of the score table. Amounts are printed in 万元. Refuses what `source` refuses.
base::Result<void> add_facts(reports::YearReport& report, const indicators::Run& run,
                             const std::vector<indicators::Fact>& facts, const indicators::FactSource& source);

// The same without records: only how many each figure rests on.
void add_figures(reports::YearReport& report, const indicators::Run& run, const std::vector<indicators::Fact>& facts);

// As a report prints it: 3400.68万元, 91.41%, 1930次.
std::string report_value(const indicators::Fact& fact);

}  // namespace app
