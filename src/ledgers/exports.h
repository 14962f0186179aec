// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "ledgers/ledgers.h"
#include "spreadsheet/write.h"

namespace ledgers {

// The records that a query takes, in its order, under the titles of the register: a workbook that can be imported
// again. Refuses as Ledgers::each_record() and spreadsheet::write_table() do.
base::Result<void> export_records(const Ledgers& ledgers, const base::Actor& actor, const std::string& name,
                                  const RecordQuery& query, const std::filesystem::path& file,
                                  spreadsheet::TableFormat format);

}  // namespace ledgers
