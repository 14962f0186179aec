// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "cli/program.h"
#include "document/document.h"
#include "indicators/indicators.h"

namespace app {

// The run that is reported: the one with the id, or where it is empty the newest of the year. Refuses
// indicators.run.unknown (also for one of another year) and app.report.no_run.
base::Result<indicators::Run> run_to_report(const cli::Office& office, base::FiscalYear year, const std::string& id);

// The fonts beside the program (share/fonts of the release, build/share/fonts of a checkout), or MINGJI_FONTS.
document::Fonts report_fonts();

// Whole or not at all: a reader never sees half a file under its name.
void write_file(const std::filesystem::path& path, const std::string& bytes);

std::string printed_date(base::Date date);  // 2025年1月20日

// The run in the shape of out/score.json.
base::Result<std::string> score_json(const indicators::Run& run, const indicators::RuleSet& rules,
                                     cli::Language language);

}  // namespace app
