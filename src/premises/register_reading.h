// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises: a workbook of the register as records with their places.

#include <vector>

#include "premises/import.h"

namespace premises {

// A record and the row that says it.
template <class Thing>
struct ReadRow {
    Thing thing = {};
    std::size_t at = 0;  // which of its sheet's records
};

// The rows of one sheet of the register.
class SheetRows : public ledgers::TableRows {
public:
    explicit SheetRows(ledgers::TableRows rows) : TableRows{std::move(rows)} {}
    RegisterSheet sheet() const { return register_sheets.at(table()).value; }
};

// The sheets of the register that the workbook has, and in the outcome what reading them found. Refuses
// premises.import.no_table {file, sheets} and what spreadsheet::Workbook refuses.
base::Result<std::vector<SheetRows>> read_sheets(const ImportFile& file, ImportOutcome& outcome);

// The tables in the order of register_sheets.
std::vector<const ledgers::Definition*> all_definitions();

}  // namespace premises
