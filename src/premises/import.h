// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "premises/register_tables.h"
#include "spreadsheet/failed_rows.h"

namespace premises {

enum class ImportMode { store, dry_run };

struct ImportFile {
    std::filesystem::path path;
    ImportMode mode = ImportMode::store;
    base::Progress progress = {};  // rows that are read
};

// Something wrong in the workbook: 房屋!C7, the title of the column, and what.
struct ImportProblem {
    std::string place;
    std::string column;
    base::Error error;
    spreadsheet::RowMistakes::Row row = {};  // sheets of the register's n-th table begin with first_sheet_of()
};

struct CellChange {
    std::string column;
    std::string before;
    std::string after;
};

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

inline constexpr std::size_t most_problems_kept = 10'000;

struct ImportOutcome {
    bool is_stored = false;
    std::vector<SheetOutcome> sheets = {};  // that the workbook has
    std::vector<ChangedRecord> changed = {};
    std::vector<std::string> passed_over = {};  // sheets that belong to something else
    std::vector<std::string> examples = {};     // places of example rows
    std::vector<ImportProblem> problems = {};   // most_problems_kept at most
    std::size_t problem_count = 0;

    std::int64_t added() const;
    std::int64_t changed_count() const;
};

}  // namespace premises
