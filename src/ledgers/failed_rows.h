// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ledgers/import.h"

namespace ledgers {

// A problem in the reader's language; the catalogue is at the command line.
using Describe = std::function<std::string(const base::Error&)>;

// Writes what was read back as a workbook: on its first sheet the rows with problems, each with what is wrong in the
// column 错误, on its second sheet all the others. Once the first sheet is corrected, the workbook is the whole
// register and can be imported in place of the files. Cells are as they were written; merged ones are filled. Rows that
// an import passes over (totals, remarks) are left out. Returns the number of rows with problems; where it is 0 (only
// headers are wrong), no file is written. Refuses what spreadsheet::Workbook and spreadsheet::write_workbook refuse.
base::Result<std::size_t> write_failed_rows(const std::filesystem::path& target,
                                            const std::vector<std::filesystem::path>& files,
                                            const Definition& definition, const Mapping& mapping,
                                            const Describe& describe);

}  // namespace ledgers
