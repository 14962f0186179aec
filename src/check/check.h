// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "check/core/claims.h"
#include "check/core/finding.h"
#include "check/core/known.h"
#include "check/core/report_text.h"
#include "check/core/waiver.h"

// 报告体检: reads a report that anybody wrote and finds what does not agree. No database, no network, no guessing.
namespace check {

struct Read {
    ReportText text;
    std::vector<std::string> notes = {};  // codes, as spreadsheet::Workbook::notes()
};

// Reads .txt and .md (UTF-8 or GB18030), .docx, .xlsx .xls .ods .et .csv; .doc .wps .html through LibreOffice and .pdf
// through pdftotext, in a limited process (spreadsheet/convert.h); by their names and their first bytes.
// Refuses check.file.unknown_kind, check.file.no_text (nothing to read in it: a scan), check.file.too_large (50 MB),
// check.file.too_much_text and check.file.too_many_lines (core/text_limits.h), check.convert.*, and what spreadsheet
// refuses of a damaged or hostile file (open_file.h, archive.h, xml.h, workbook.h).
base::Result<Read> read_report(const std::filesystem::path& path);

struct Checked {
    ReportText text;  // its file as it was named
    Findings findings;
    std::vector<Claim> claims = {};
    std::chrono::milliseconds time{0};
    std::vector<std::string> notes = {};
    std::vector<std::optional<Waiver>> waivers = {};  // beside the findings; empty where none are kept
};

// What a report is held against: last year's (core/copied.h), and the figures of our own database (core/known.h).
struct Beside {
    const ReportText* earlier = nullptr;
    const Known* known = nullptr;
};

// A report on another year than the figures beside it: check.known.other_year {report, year}.
base::Result<void> refuse_other_year(const ReportText& text, const Beside& beside);

// A report whose text is at hand.
Checked check_text(ReportText text, const Beside& beside = {});
// Refuses what read_report() and refuse_other_year() do.
base::Result<Checked> check_file(const std::filesystem::path& path, const Beside& beside = {});

// The file itself, or the reports in a folder (not below it), by name. Refuses check.file.not_found.
base::Result<std::vector<std::filesystem::path>> reports_at(const std::filesystem::path& path);

bool has_errors(const Findings& findings);

}  // namespace check
