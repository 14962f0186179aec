// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "cli/program.h"
#include "ledgers/table_import.h"

namespace ledgers {

// How an import of a slice's own workbook is told, on the table and as JSON.
struct TableReport {
    std::string file;
    bool is_stored = false;
    std::vector<TableOutcome> tables = {};
    std::vector<ChangedRow> changed = {};
    const Findings& findings;
};

boost::json::array problems_json(const std::vector<ImportProblem>& problems, const cli::Terminal& terminal);

// Mistakes and what was passed over go to standard error. True where there are none.
bool print_report(const TableReport& report, cli::Terminal& terminal);

// Writes the rows to correct with `write`, says how many they are, and ends as an import that was refused.
cli::Exit hand_back(const std::filesystem::path& target, cli::Terminal& terminal,
                    const std::function<base::Result<std::size_t>(const spreadsheet::FailedRows&)>& write);

}  // namespace ledgers
