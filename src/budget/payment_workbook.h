// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: what the sheets of payments say.

#include <set>
#include <vector>

#include "budget/core/payment_batch.h"
#include "budget/import_tables.h"

namespace budget {

// The rows that could be read, staged for decide().
struct PaymentWorkbook {
    struct Sheet {
        std::size_t number;  // in the workbook
        TableRow::Columns columns;
    };

    PaymentBatch batch = {};
    // The vouchers and lines of rows that could not be read; without a name, it may be any.
    std::set<TextPool::Handle> unreadable = {};
    std::set<TextPool::Handle> moved_lines = {};
    std::vector<Sheet> sheets = {};  // of batch.sheets: for problems that are found after the rows are gone

    CellAt at(const RowProblem& problem) const;
    // Whether rows that could not be read may be all there is to a problem: the entry that a row answers may stand in
    // one, and a refund that makes room for a payment.
    bool may_only_follow(const RowProblem& problem) const;
};

const std::vector<TableShape>& payment_shapes();

// Refuses every cell that cannot be read: what import_cells.h refuses, budget.import.unknown_kind, .one_month_missing,
// .original_missing and .original_unused.
base::Result<PaymentWorkbook> read_payments(ImportJob& job);

}  // namespace budget
