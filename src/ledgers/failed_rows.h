// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "ledgers/import.h"
#include "spreadsheet/failed_rows.h"

namespace ledgers {

// Writes what was read back as spreadsheet/failed_rows.h says, under the titles of the register; rows whose headers
// count in different units stand on different sheets. Once corrected, the workbook is the whole register and can be
// imported in place of the files. Merged cells are filled, but for amounts. Rows that an import passes over (totals,
// remarks) are left out. Returns the number of rows with problems. Refuses what spreadsheet::Workbook and
// spreadsheet::write_failed_rows refuse.
base::Result<std::size_t> write_failed_rows(const std::vector<std::filesystem::path>& files,
                                            const Definition& definition, const Mapping& mapping,
                                            const spreadsheet::FailedRows& failed);

// The same for one of several registers in a file, as tables called `noun`: mistakes of its sheet n stand in `mistakes`
// under first_sheet + n. Refuses spreadsheet::header_wrong() for `target` and what read_register() refuses.
struct RegisterRows {
    const Definition& definition;
    std::string noun;
    std::size_t first_sheet = 0;
};
base::Result<std::vector<spreadsheet::FailedTable>> divided_rows(const std::filesystem::path& file,
                                                                 const RegisterRows& rows,
                                                                 const spreadsheet::RowMistakes& mistakes,
                                                                 const std::filesystem::path& target);

}  // namespace ledgers
