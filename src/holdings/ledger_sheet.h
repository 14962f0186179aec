// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/holdings: the sheet 分台账, its cells and what they say.

#include <string>
#include <vector>

#include "holdings/core/ledger.h"
#include "ledgers/table_import.h"

namespace holdings {

const ledgers::Definition& ledger_sheet();
std::vector<std::string> cells_of(const LedgerRoom& room);
// One for each row; what is wrong with a row is told at its cell.
std::vector<LedgerRoom> rooms_of(const ledgers::TableRows& rows, ledgers::Findings& findings);

}  // namespace holdings
