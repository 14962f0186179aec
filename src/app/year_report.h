// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/program.h"
#include "indicators/indicators.h"
#include "reports/core/year_report.h"

namespace app {

// All that the report of a finished run needs, gathered from the slices: figures as frozen facts with their records,
// budget, goals, findings in words, and what was written by hand.
// Refuses app.report.records_changed, when records behind the run are not what they were, and what the slices refuse.
// `figures_alone` leaves the lists of records out, where a page asks for them figure by figure.
enum class RecordLists { complete, figures_alone };
base::Result<reports::YearReport> year_report(const cli::Office& office, const indicators::Run& run,
                                              const std::string& date, cli::Language language,
                                              RecordLists lists = RecordLists::complete);

// The words of a finding in a table row.
reports::FindingRow finding_row(const std::string& code, const std::string& severity, base::ErrorArgs args,
                                const std::vector<std::string>& places, const std::vector<std::string>& numbers,
                                cli::Language language);

}  // namespace app
