// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "allocations/core/unit.h"
#include "ledgers/table_import.h"
#include "spreadsheet/write.h"

namespace allocations {

using ledgers::ImportFile;
using ledgers::ImportMode;
using ledgers::ImportProblem;

struct ImportOutcome {
    bool is_stored = false;
    std::int64_t rows = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::vector<std::string> examples = {};  // places of example rows
    std::vector<ImportProblem> problems = {};
    std::size_t problem_count = 0;
};

// What `mingji template allocations` writes: the sheet 单位编制, a row for each rank of a unit.
std::vector<spreadsheet::TableSheet> allocations_template();

// A unit, and the place of its first row.
struct ReadUnit {
    Unit unit = {};
    std::string place = {};
};
// The units that the workbook says, and in the outcome what is wrong with its rows. A unit's level, day and counts
// stand in any of its rows and are the same wherever they stand: allocations.import.differs {unit}. Refuses
// ledgers.file.no_header and what spreadsheet::Workbook refuses.
base::Result<std::vector<ReadUnit>> read_units(const std::filesystem::path& file, ImportOutcome& outcome);

}  // namespace allocations
