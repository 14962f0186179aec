// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/core/finding.h"
#include "check/core/report_text.h"

// 报告体检: reads a report that anybody wrote and finds what does not agree. No database, no network, no guessing.
namespace check {

// Reads .txt and .md (UTF-8 or GB18030), .docx, .xlsx .xls .ods .et .csv by their names and their first bytes.
// Refuses check.file.unknown_kind, check.file.no_text (nothing to read in it), check.file.too_large (50 MB), and what
// spreadsheet refuses of a damaged or hostile file (spreadsheet/open_file.h, archive.h, xml.h, workbook.h).
base::Result<ReportText> read_report(const std::filesystem::path& path);

struct Checked {
    std::string file;  // as it was named
    Findings findings;
    std::size_t claims = 0;
    std::chrono::milliseconds time{0};
};

base::Result<Checked> check_file(const std::filesystem::path& path);

// The file itself, or the reports in a folder (not below it), by name. Refuses check.file.not_found.
base::Result<std::vector<std::filesystem::path>> reports_at(const std::filesystem::path& path);

bool has_errors(const Findings& findings);

}  // namespace check
