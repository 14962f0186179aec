// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "spreadsheet/write.h"

namespace holdings {

// The workbook to be filled in: the sheet 分台账, a row for each room of a unit.
std::vector<spreadsheet::TableSheet> ledger_template();

}  // namespace holdings
