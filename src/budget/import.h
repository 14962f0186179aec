// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/progress.h"
#include "base/result.h"
#include "spreadsheet/workbook.h"

namespace budget {

enum class ImportKind { budget, payments };
enum class ImportMode { store, dry_run };

struct ImportFile {
    spreadsheet::Workbook& workbook;
    std::string name;  // as places say it: 支付.xlsx
    ImportMode mode = ImportMode::store;
    base::Progress progress = {};  // rows that are read
};

// A mistake in a workbook: where it stands and which rule it breaks.
struct ImportProblem {
    std::string place;   // 支付明细!J12, or the sheet's name
    std::string column;  // its title, or empty
    base::Error error;
    // The same place as numbers, by which problems are put in order.
    std::size_t sheet = 0;           // of the workbook
    std::uint32_t row = 0;           // 0: the sheet as a whole
    std::uint32_t sheet_column = 0;  // from 0
};

struct ImportOutcome {
    bool stored = false;
    std::int64_t rows = 0;                             // records read; titles, blank and 合计 rows are none
    std::int64_t added = 0;                            // with a dry run: would be added
    std::int64_t skipped = 0;                          // there already, saying the same
    std::int64_t totals = 0;                           // 合计 rows that were passed over
    std::vector<std::string> sheets_passed_over = {};  // with rows, but no table that is looked for
    std::vector<std::string> examples = {};            // where the template's example rows stand, passed over
    base::Money amount = {};                           // sum of the added payments, or of the added documents
    base::Money amount_read = {};                      // the same of all that the file has, what is there already too
    std::vector<ImportProblem> problems = {};          // by sheet, row and column
    std::int64_t problems_not_listed = 0;              // beyond the first thousand
};

}  // namespace budget
