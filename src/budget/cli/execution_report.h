// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "budget/core/execution.h"
#include "budget/core/finding.h"
#include "budget/core/service.h"
#include "cli/terminal.h"

namespace budget {

struct ExecutionReport {
    Execution execution = {};
    std::vector<ServiceCoverage> services = {};
    std::vector<Finding> findings = {};
};

// Tables in 元 with rates in per cent, then the findings as sentences; or all of it as JSON, every amount a string.
void print(const ExecutionReport& report, cli::Terminal& terminal);

}  // namespace budget
