// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indicators/import.h"
#include "spreadsheet/workbook.h"

namespace indicators {

struct TextRow {
    std::uint32_t number = 0;                       // as the spreadsheet program shows it
    std::map<std::string, std::string> cells = {};  // by title; empty cells are left out
};

// One sheet of a workbook as texts under titles. Title rows above the header, notes, totals and example rows are
// passed over, the last are named; columns the sheet may have but need not are empty where they are missing.
class SheetText {
public:
    struct Titles {
        std::string sheet;
        std::vector<std::string> required;
        std::vector<std::string> filled_down = {};  // an empty cell repeats the one above: merged 一级指标
    };

    // Collects problems and example rows in `into`. A sheet without the header names the missing titles as a problem
    // (indicators.import.column_missing).
    static base::Result<SheetText> read(spreadsheet::Workbook& workbook, std::size_t position, const Titles& titles,
                                        TargetsImport& into);

    const std::string& name() const { return name_; }
    const std::vector<TextRow>& rows() const { return rows_; }
    std::string place(std::uint32_t row, const std::string& title) const;
    ImportProblem problem(std::uint32_t row, const std::string& title, base::Error error) const
    {
        return {place(row, title), title, std::move(error)};
    }

private:
    bool take_header(const spreadsheet::Row& row, const Titles& titles);
    void take_row(const spreadsheet::Row& row, const Titles& titles, TargetsImport& into);

    std::string name_;
    std::map<std::string, std::uint32_t> columns_;  // 0-based, by title
    std::vector<TextRow> rows_;
};

// The text under a title, or empty.
std::string cell_of(const TextRow& row, const std::string& title);

}  // namespace indicators
