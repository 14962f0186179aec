// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to src/budget: what the sheets of payments say.

#include <optional>
#include <string>
#include <vector>

#include "budget/core/payment_batch.h"
#include "budget/import_tables.h"

namespace budget {

// The rows that could be read, staged for decide().
struct PaymentWorkbook {
    PaymentBatch batch = {};
    bool all_readable = true;
    // Of each sheet, where its columns stand: for problems that are found after the rows are gone.
    std::vector<std::vector<std::optional<std::size_t>>> columns_of_sheet = {};

    std::string place_of(const RowProblem& problem) const;
};

// Adds every cell that cannot be read to the outcome: what import_cells.h refuses, budget.import.unknown_kind,
// .one_month_missing, .original_missing and .original_unused.
base::Result<PaymentWorkbook> read_payments(const ImportFile& file, ImportOutcome& outcome);

}  // namespace budget
