// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to import.cpp and import_entries.cpp.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/core/target_checks.h"
#include "indicators/import.h"
#include "indicators/sheet_text.h"

namespace indicators {

// The six sheets with the titles that their headers must have.
const std::vector<SheetText::Titles>& target_sheets();
// Where the workbook has a sheet: under its own name, or as rows that were handed back to be corrected.
std::optional<std::size_t> position_of(const std::string& sheet, const spreadsheet::Workbook& workbook);

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
    base::Result<std::optional<SheetText>> sheet(const std::string& name);
    bool require(const SheetText& sheet, const TextRow& row, const std::vector<std::string>& titles);
    bool may_be_unread(const std::string& code) const;
    // Whether what a rule found may only follow from something that could not be read.
    bool may_only_follow(const TextRow& row, const TargetProblem& problem) const;
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
    // One mistake is told once: what names an indicator or a goal that could not be read is not one more. An empty code
    // may be any.
    std::set<std::string> unread_codes_;
    bool goals_are_unread_ = false;
};

}  // namespace indicators
