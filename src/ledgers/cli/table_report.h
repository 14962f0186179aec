// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "cli/program.h"
#include "ledgers/table_import.h"

namespace ledgers {

boost::json::array problems_json(const std::vector<ImportProblem>& problems, const cli::Terminal& terminal);

// How an import of a slice's own workbook is told, on the table or as JSON. Mistakes and what was passed over go to
// standard error.
void print_report(const std::string& file, const TableImport& outcome, cli::Terminal& terminal);

}  // namespace ledgers
