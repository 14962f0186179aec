// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/period.h"
#include "base/result.h"
#include "budget/budget.h"
#include "indicators/indicators.h"

namespace app {

// What the budget says about a year, as facts measured over its records like any other, ready to be frozen:
//   budget.{whole,basic,project}.… and budget.line.<code>.…, each with initial, changes, adjusted, executed (元) and
//   rate (%) budget.contract.<number>.months_paid (个月)
// Refuses what `source` refuses.
base::Result<std::vector<indicators::Fact>> budget_facts(const std::vector<budget::Line>& lines,
                                                         const std::vector<budget::ServiceCoverage>& services,
                                                         const indicators::FactSource& source, base::Date as_of);

std::string line_prefix(const std::string& line_code);  // budget.line.0202
std::string contract_fact(const std::string& contract_number);

}  // namespace app
