// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "ledgers/table_import.h"
#include "spreadsheet/write.h"

namespace repairs {

// Equipment and a year of repair orders as a workbook: the sheets 设备 and 报修单. An order is known again by its
// 报修编号.
using ImportOutcome = ledgers::TableImport;

// What `mingji template repairs` writes.
std::vector<spreadsheet::TableSheet> repairs_template();

}  // namespace repairs
