// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indicators/import.h"
#include "spreadsheet/workbook.h"

namespace indicators {

struct TextRow {
    std::uint32_t number = 0;                       // as the spreadsheet program shows it
    std::map<std::string, std::string> cells = {};  // by title; empty cells are left out
    std::set<std::string> unread = {};              // titles of cells that hold an error value, told already
    std::vector<spreadsheet::Cell> written = {};    // the whole row as it stands
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
    bool has_header() const { return !columns_.empty(); }
    const std::map<std::string, std::uint32_t>& columns() const { return columns_; }  // from 0, by title
    std::string place(std::uint32_t row, const std::string& title) const;
    ImportRow row(std::uint32_t row, const std::string& title) const { return {place(row, title), position_, row}; }
    ImportProblem problem(std::uint32_t row, const std::string& title, base::Error error) const;

private:
    bool take_header(const spreadsheet::Row& row, const Titles& titles);
    void take_row(const spreadsheet::Row& row, const Titles& titles, TargetsImport& into);

    std::uint32_t column_of(const std::string& title) const;

    std::string name_;
    std::size_t position_ = 0;
    std::map<std::string, std::uint32_t> columns_;
    std::vector<TextRow> rows_;
};

// The text under a title, or empty.
std::string cell_of(const TextRow& row, const std::string& title);

}  // namespace indicators
