// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/terminal.h"
#include "indicators/indicators.h"
#include "reports/core/year_report.h"

namespace app {

// Goals, indicator rows, findings of the run, revisions and evidence of the year, in the report's own terms.
void add_indicators(reports::YearReport& report, const indicators::Run& run, const indicators::Indicators& indicators,
                    const base::OrgId& org, cli::Language language);

}  // namespace app
