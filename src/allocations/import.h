// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "spreadsheet/write.h"

namespace allocations {

// What `mingji template allocations` writes: the sheet 单位编制, a row for each rank of a unit, and the sheet 人员用房,
// a row for each room that a person has.
std::vector<spreadsheet::TableSheet> allocations_template();

}  // namespace allocations
