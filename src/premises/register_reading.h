// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/premises: a workbook of the register as records with their places.

#include <vector>

#include "premises/import.h"

namespace premises {

// The sheets of the register that the workbook has, and in the outcome what reading them found. Refuses
// premises.import.no_table {file, sheets} and what spreadsheet::Workbook refuses.
base::Result<std::vector<ledgers::TableRows>> read_sheets(const ImportFile& file, ImportOutcome& outcome);

// The tables in the order of register_sheets.
std::vector<const ledgers::Definition*> all_definitions();

}  // namespace premises
