// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "holdings/core/ledger.h"
#include "ledgers/table_import.h"
#include "spreadsheet/write.h"

namespace holdings {

using ledgers::ImportMode;
using ledgers::ImportProblem;
using LedgerImportFile = ledgers::ImportFile;

// All or nothing: with problems nothing is stored.
struct LedgerImport {
    bool is_stored = false;
    std::int64_t rooms = 0;
    std::int64_t units = 0;
    std::vector<LedgerChange> changes = {};  // against what was imported before
    std::vector<ImportProblem> problems = {};
    std::size_t problem_count = 0;

    std::int64_t unchanged() const;
};

// What `mingji template holdings` writes: the sheet 分台账.
std::vector<spreadsheet::TableSheet> ledger_template();

// The rooms that the workbook says, and in the outcome what is wrong with it. Refuses ledgers.file.no_header and what
// spreadsheet::Workbook refuses.
base::Result<std::vector<LedgerRoom>> read_ledgers(const std::filesystem::path& file, LedgerImport& outcome);

}  // namespace holdings
