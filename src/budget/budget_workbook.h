// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: what the sheets 预算项目, 预算文件 and 合同 say.

#include <vector>

#include "budget/core/contract.h"
#include "budget/core/document.h"
#include "budget/core/line.h"
#include "budget/import_tables.h"

namespace budget {

// A value and the cell it is named by.
template <class T>
struct Placed {
    T value;
    CellAt at;
};

struct PlacedDocument {
    Document value;
    CellAt at;
    std::vector<CellAt> amounts_at = {};  // of value.lines
};

struct BudgetWorkbook {
    std::vector<Placed<Line>> lines = {};
    std::vector<PlacedDocument> documents = {};
    std::vector<Placed<Contract>> contracts = {};  // placed at the amount
};

const std::vector<TableShape>& budget_shapes();

// Reads all three and refuses every problem of theirs: cells that cannot be read, what check_line(), check_document()
// and check_contract() refuse, budget.import.row_repeated and budget.import.document_rows_differ (two rows of one 文号
// with another date or kind).
base::Result<BudgetWorkbook> read_budget(ImportJob& job, base::FiscalYear year);

}  // namespace budget
