// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledgers/table_import.h"
#include "premises/register_tables.h"

namespace premises {

using ledgers::ImportFile;
using ledgers::ImportMode;
using ledgers::ImportProblem;
using CellChange = ledgers::ColumnChange;

// A record that the workbook says otherwise than the register.
struct ChangedRecord {
    RegisterSheet sheet = RegisterSheet::parcels;
    std::string identity;
    std::vector<CellChange> cells;
};

struct SheetOutcome {
    RegisterSheet sheet = RegisterSheet::parcels;
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
};

struct ImportOutcome : ledgers::Findings {
    bool is_stored = false;
    std::vector<SheetOutcome> sheets = {};  // that the workbook has
    std::vector<ChangedRecord> changed = {};

    std::int64_t added() const;
    std::int64_t changed_count() const;
};

}  // namespace premises
