// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "indicators/import.h"
#include "spreadsheet/failed_rows.h"

namespace indicators {

// Writes a targets workbook back as spreadsheet/failed_rows.h says: each of its sheets whole, for the order of its rows
// counts, as 有错误的绩效指标 or 其余的绩效指标. What merged cells above a row say stands in the row. read_targets()
// takes the result in place of the file, beside the same evidence. Returns the number of rows with problems. Refuses
// what spreadsheet::Workbook and spreadsheet::write_failed_rows refuse.
base::Result<std::size_t> write_failed_rows(const std::filesystem::path& workbook,
                                            const std::vector<ImportProblem>& problems,
                                            const spreadsheet::FailedRows& failed);

}  // namespace indicators
