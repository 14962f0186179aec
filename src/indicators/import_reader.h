// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to import.cpp and import_entries.cpp.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/import.h"
#include "indicators/sheet_text.h"

namespace indicators {

// Reads the sheets one after the other and collects what is wrong in each.
class TargetsReader {
public:
    TargetsReader(spreadsheet::Workbook& workbook, const std::filesystem::path& file);

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
    void check_measure(const SheetText& sheet, const TextRow& row, const MeasureText& measure);
    void check_revisions(const SheetText& sheet);
    void check_known(const SheetText& sheet, const TextRow& row);
    void take_evidence(const SheetText& sheet, const TextRow& row);
    bool knows_goal(const std::string& number) const;
    void add(const SheetText& sheet, const TextRow& row, const std::string& title, base::Error error);
    void add(const SheetText& sheet, const TextRow& row, const std::string& title, std::string_view reason,
             base::ErrorArgs args);

    spreadsheet::Workbook& workbook_;
    std::filesystem::path folder_;
    TargetsImport import_;
    std::vector<std::uint32_t> revision_rows_;  // one per revision line
};

}  // namespace indicators
