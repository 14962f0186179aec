// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to import.cpp and import_entries.cpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/core/target_checks.h"
#include "indicators/import.h"
#include "indicators/sheet_text.h"

namespace indicators {

// Reads the sheets one after the other and collects what is wrong in each.
class TargetsReader {
public:
    TargetsReader(spreadsheet::Workbook& workbook, const std::filesystem::path& file, NamedEvidence evidence);

    base::Result<TargetsImport> read();

private:
    base::Result<bool> read_goals();
    base::Result<bool> read_indicators();
    base::Result<bool> read_supports();
    base::Result<bool> read_revisions();
    base::Result<bool> read_entries();
    base::Result<bool> read_notes();

    void note_passed_over();
    // None when the workbook does not have it.
    base::Result<std::optional<SheetText>> sheet(const SheetText::Titles& titles);
    bool require(const SheetText& sheet, const TextRow& row, const std::vector<std::string>& titles);
    void check_known(const SheetText& sheet, const TextRow& row);
    void take_evidence(const SheetText& sheet, const TextRow& row);
    // What the rules found; their rows are these.
    void add(const SheetText& sheet, const std::vector<TextRow>& rows, const std::vector<TargetProblem>& problems);
    void add(const SheetText& sheet, const TextRow& row, const std::string& title, base::Error error);
    void add(const SheetText& sheet, const TextRow& row, const std::string& title, std::string_view reason,
             base::ErrorArgs args);

    spreadsheet::Workbook& workbook_;
    std::filesystem::path folder_;
    NamedEvidence evidence_;
    TargetsImport import_;
};

}  // namespace indicators
