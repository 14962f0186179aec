// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/period.h"
#include "check/core/known.h"
#include "cli/program.h"
#include "indicators/indicators.h"

namespace app {

// What the newest run of the year says about the office's unit, for a report to be held against: the frozen facts of
// indicators, counts and budget, and the scores. Of a count or a sum also what its records give when one condition is
// left out (check::CountedOtherwise).
// Refuses indicators.read.forbidden, app.report.no_run and what the slices refuse.
base::Result<check::Known> known_figures(const cli::Office& office, base::FiscalYear year);

// The run that they are of; refuses the same.
base::Result<indicators::Run> run_of_known_figures(const cli::Office& office, base::FiscalYear year);

}  // namespace app
