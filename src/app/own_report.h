// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/checked_reports.h"
#include "cli/program.h"
#include "indicators/indicators.h"

namespace app {

// The report that we would make of a run, checked like anybody's. It is read as on the run's own day and without a
// signature, so that the same run with the same texts has the same digest whenever it is asked.
struct OwnReport {
    check::CheckedFile file;
    check::Checked checked;
};
// Refuses what year_report() refuses.
base::Result<OwnReport> own_report(const cli::Office& office, const indicators::Run& run);

// A report with an error that nobody waived cannot be signed: app.report.open_errors {count, findings}, the first three
// by name.
base::Result<void> check_before_signing(const cli::Office& office, const indicators::Run& run, cli::Language language);

}  // namespace app
