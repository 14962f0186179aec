// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises: a workbook of the register as records with their places.

#include <optional>
#include <string>
#include <vector>

#include "premises/import.h"

namespace premises {

// A record and the row that says it.
template <class Thing>
struct ReadRow {
    Thing thing = {};
    std::size_t at = 0;  // which of its sheet's records
};

// No workbook has as many sheets.
inline constexpr std::size_t sheets_of_a_table = 1'000'000;
inline std::size_t first_sheet_of(RegisterSheet sheet)
{
    return static_cast<std::size_t>(sheet) * sheets_of_a_table;
}

// The rows of one sheet of the register, in all sheets of the workbook that are it.
class SheetRows {
public:
    SheetRows(RegisterSheet sheet, ledgers::Reading reading, std::vector<std::vector<std::size_t>> columns)
        : sheet_{sheet}, reading_{std::move(reading)}, columns_{std::move(columns)}
    {
    }
    RegisterSheet sheet() const { return sheet_; }
    const ledgers::Reading& reading() const { return reading_; }
    std::size_t size() const { return reading_.records.size(); }
    std::vector<std::string> cells(std::size_t at) const;
    std::string identity(std::size_t at) const;  // for people: FW-001 / 测绘
    // A mistake of that record's column, at the cell to correct.
    ImportProblem problem(std::size_t at, std::size_t column, base::Error error) const;

private:
    RegisterSheet sheet_;
    ledgers::Reading reading_;
    std::vector<std::vector<std::size_t>> columns_;  // of each record: where the definition's columns stand
};

// The sheets of the register that the workbook has, and in the outcome what reading them found. Refuses
// premises.import.no_table {file, sheets} and what spreadsheet::Workbook refuses.
base::Result<std::vector<SheetRows>> read_sheets(const ImportFile& file, ImportOutcome& outcome);

void add_problem(ImportOutcome& outcome, ImportProblem problem);

}  // namespace premises
